import { translatorOf } from '../i18n/translate.ts';
import type { Actor } from '../shared/actor.ts';
import type { Log } from '../shared/log.ts';
import { isAtLeast } from '../shared/role.ts';
import type { Address } from './address.ts';
import { card, line } from './card.ts';
import { commandButtons, helpCard } from './help.ts';
import { closestCommands, matchCommand } from './match-command.ts';
import { type Reply, sentence } from './reply.ts';
import type { Action, Command, Routes } from './route.ts';
import type { Incoming, Sender, Turn } from './turn.ts';

export interface ConversePorts {
  readonly routes: readonly Routes[];
  /** Who the sender is to us. */
  readonly meet: (sender: Sender, address: Address) => Promise<Actor>;
  /** True the first time the bot is added to that person's chat. */
  readonly welcome: (personId: string) => Promise<boolean>;
  readonly log: Log;
}

/** `reference` names this turn to the person and in the log when something breaks. */
export type Converse = (
  from: Sender,
  address: Address,
  incoming: Incoming,
  reference: string,
) => Promise<Reply>;

/** Everything a person does comes through here: who it is, which route it takes, and the sentence when it breaks. */
export function makeConverse({ routes, meet, welcome, log }: ConversePorts): Converse {
  const commands: Command[] = [];
  const help: Command = {
    name: 'help',
    words: { fr: ['aide', 'bonjour'], en: ['help', 'hello', 'hi'] },
    takesText: false,
    shownTo: 'partner',
    run: async (turn) => ({ kind: 'card', card: helpCard(turn, commands) }),
  };
  commands.push(...routes.flatMap((route) => route.commands ?? []), help);

  const openCommand: Action = {
    verb: 'command.open',
    run: async (turn, data) => {
      const command = commands.find(({ name }) => name === data.command);
      return command ? command.run(turn, '') : sentence(turn.translator.t('errors.unknownButton'));
    },
  };
  const actions = new Map(
    [openCommand, ...routes.flatMap((route) => route.actions ?? [])].map((a) => [a.verb, a]),
  );

  const route = async (turn: Turn, incoming: Incoming): Promise<Reply> => {
    switch (incoming.kind) {
      case 'message': {
        const match = matchCommand(incoming.text, commands);
        if (match) return match.command.run(turn, match.text);
        if (incoming.text.trim() === '') return help.run(turn, '');
        for (const { freeText } of routes) {
          const reply = await freeText?.(turn, incoming.text);
          if (reply) return reply;
        }
        return notUnderstood(turn, incoming.text, commands);
      }
      case 'action': {
        const action = actions.get(incoming.verb);
        return action ? action.run(turn, incoming.data) : sentence(turn.translator.t('errors.unknownButton'));
      }
      case 'installed':
        return turn.address.kind === 'personal' && (await welcome(turn.actor.id))
          ? help.run(turn, '')
          : { kind: 'nothing' };
    }
  };

  return async (from, address, incoming, reference) => {
    let turn: Turn | undefined;
    try {
      const actor = await meet(from, address);
      turn = { actor, address, translator: translatorOf(actor.language) };
      return await route(turn, incoming);
    } catch (error) {
      log.error('a turn failed', error, { reference, kind: incoming.kind });
      const { t } = turn?.translator ?? translatorOf(from.language ?? 'fr');
      return sentence(t('errors.broken', { reference }));
    }
  };
}

function notUnderstood(turn: Turn, message: string, commands: readonly Command[]): Reply {
  const { t, language } = turn.translator;
  const allowed = commands.filter((command) => isAtLeast(turn.actor.role, command.shownTo));
  const text = t('errors.notUnderstood');
  return {
    kind: 'card',
    card: card(
      language,
      text,
      [line(text)],
      commandButtons(closestCommands(message, allowed, 3), turn.translator),
    ),
  };
}
