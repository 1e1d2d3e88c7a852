import { translatorOf } from '../i18n/translate.ts';
import type { Actor } from '../shared/actor.ts';
import { type Language, languages } from '../shared/language.ts';
import type { Log } from '../shared/log.ts';
import { isAtLeast } from '../shared/role.ts';
import type { Address } from './address.ts';
import { helpCard, notUnderstoodCard } from './help.ts';
import { closestCommands, matchCommand } from './match-command.ts';
import { type Choice, type Reply, sentence } from './reply.ts';
import type { Action, Command, Routes } from './route.ts';
import type { Incoming, Sender, Turn } from './turn.ts';

export interface ConversePorts {
  readonly routes: readonly Routes[];
  /** Who the sender is to us. */
  readonly meet: (sender: Sender, address: Address) => Promise<Actor>;
  /** True the first time the bot is added to that person's chat. */
  readonly welcome: (personId: string) => Promise<boolean>;
  /** Told where every turn took place. */
  readonly follow: (address: Address) => Promise<void>;
  /** That person's chat is over: it is no longer written to. */
  readonly forgetChat: (personId: string) => Promise<void>;
  readonly chooseLanguage: (personId: string, language: Language) => Promise<void>;
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
export function makeConverse(ports: ConversePorts): Converse {
  const { routes, meet, follow, welcome, forgetChat, chooseLanguage, log } = ports;
  const commands: Command[] = [];
  const sayHelp = (turn: Turn): Reply => ({ kind: 'card', card: helpCard(turn, commands) });
  const help: Command = {
    name: 'help',
    words: { fr: ['aide', 'bonjour'], en: ['help', 'hello', 'hi'] },
    takesText: false,
    shownTo: 'partner',
    run: async (turn) => sayHelp(turn),
  };
  commands.push(...routes.flatMap((route) => route.commands ?? []), help);

  const openCommand: Action = {
    verb: 'command.open',
    run: async (turn, data) => {
      const command = commands.find(({ name }) => name === data.command);
      return (await command?.run(turn, '')) ?? sentence(turn.translator.t('errors.unknownButton'));
    },
  };
  const saveLanguage: Action = {
    verb: 'language.save',
    run: async (turn, data) => {
      const language = languages.find((one) => one === data.language);
      if (!language) return sentence(turn.translator.t('errors.unknownButton'));
      await chooseLanguage(turn.actor.id, language);
      const translator = translatorOf(language);
      // Elsewhere the card is everybody's: only the one who pressed is answered.
      return turn.address.kind === 'personal'
        ? { kind: 'replace', card: helpCard({ ...turn, translator }, commands) }
        : sentence(translator.t('help.languageChosen'));
    },
  };
  const actions = new Map(
    [openCommand, saveLanguage, ...routes.flatMap((route) => route.actions ?? [])].map((a) => [a.verb, a]),
  );

  const typeaheads = new Map(routes.flatMap((route) => route.typeaheads ?? []).map((t) => [t.dataset, t]));

  const route = async (turn: Turn, incoming: Exclude<Incoming, { kind: 'removed' }>): Promise<Reply> => {
    switch (incoming.kind) {
      case 'message': {
        const match = matchCommand(incoming.text, commands);
        const answered = await match?.command.run(turn, match.text);
        if (answered) return answered;
        if (incoming.text.trim() === '') return sayHelp(turn);
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
      case 'typeahead': {
        const found = await typeaheads
          .get(incoming.dataset)
          ?.run(turn, incoming.query.slice(0, longestQuery));
        return choices((found ?? []).slice(0, mostChoices));
      }
      case 'installed':
        return turn.address.kind === 'personal' && (await welcome(turn.actor.id))
          ? sayHelp(turn)
          : { kind: 'nothing' };
    }
  };

  return async (from, address, incoming, reference) => {
    let turn: Turn | undefined;
    try {
      // Nobody is met who leaves, or their chat would be remembered again.
      if (incoming.kind === 'removed') {
        if (address.kind === 'personal') await forgetChat(from.id);
        return { kind: 'nothing' };
      }
      const [actor] = await Promise.all([meet(from, address), follow(address)]);
      turn = { actor, address, translator: translatorOf(actor.language) };
      return await route(turn, incoming);
    } catch (error) {
      log.error('a turn failed', error, { reference, kind: incoming.kind });
      if (incoming.kind === 'typeahead') return choices([]);
      const { t } = turn?.translator ?? translatorOf(from.language ?? 'fr');
      return sentence(t('errors.broken', { reference }));
    }
  };
}

/** Teams shows no more (learn.microsoft.com, dynamic-search). */
const mostChoices = 15;
/** Nobody types more to choose from a list. */
const longestQuery = 100;

const choices = (found: readonly Choice[]): Reply => ({ kind: 'choices', choices: found });

function notUnderstood(turn: Turn, message: string, commands: readonly Command[]): Reply {
  const allowed = commands.filter((command) => isAtLeast(turn.actor.role, command.shownTo));
  return { kind: 'card', card: notUnderstoodCard(turn, closestCommands(message, allowed, 3)) };
}
