import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { closestCommands, matchCommand } from '../../../src/chat/match-command.ts';
import type { Command } from '../../../src/chat/route.ts';

const command = (name: Command['name'], fr: string[], en: string[], takesText = false): Command => ({
  name,
  words: { fr, en },
  takesText,
  shownTo: 'partner',
  run: async () => ({ kind: 'nothing' }),
});
const commands = [
  command('help', ['aide', 'bonjour'], ['help', 'hi']),
  command('update', ['maj', 'mise à jour'], ['update'], true),
  command('projects', ['projets'], ['projects']),
  command('digest', ['point'], ['digest']),
  command('digestPublish', ['point publier'], ['digest publish']),
];
const matched = (message: string) => {
  const match = matchCommand(message, commands);
  return match && [match.command.name, match.text];
};

describe('A message is a command', () => {
  it('whatever its case, accents, spaces and trailing marks', () => {
    for (const message of ['Bonjour !', 'BONJOUR', '  bonjour…', 'hi', '/aide', 'Aide ?']) {
      deepEqual(matched(message), ['help', '']);
    }
    deepEqual(matched('mise a jour'), ['update', '']);
    deepEqual(matched('Point   Publier.'), ['digestPublish', '']);
  });

  it('with the text after it as it was typed', () => {
    deepEqual(matched('maj NC Connect'), ['update', 'NC Connect']);
    deepEqual(matched('Mise à jour : Élan, 80 %'), ['update', 'Élan, 80 %']);
    deepEqual(matched('maj: SPNC'), ['update', 'SPNC']);
  });

  it('only by whole words, and the longest command wins', () => {
    equal(matched('majuscules'), undefined);
    equal(matched('rebonjour'), undefined);
    equal(matched('projets en retard'), undefined);
    equal(matched('le point'), undefined);
    deepEqual(matched('point'), ['digest', '']);
    deepEqual(matched('point publier'), ['digestPublish', '']);
    equal(matched(''), undefined);
  });

  it('or brings the closest ones, by their first words', () => {
    equal(closestCommands('porjets', commands, 3)[0]?.name, 'projects');
    equal(closestCommands('projet en cours cette semaine', commands, 1)[0]?.name, 'projects');
    equal(closestCommands('point publié', commands, 1)[0]?.name, 'digestPublish');
    equal(closestCommands('xyz', commands, 3).length, 3);
  });

  it('or not, but never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        matchCommand(message, commands);
        return closestCommands(message, commands, 3).length === 3;
      }),
    );
  });
});
