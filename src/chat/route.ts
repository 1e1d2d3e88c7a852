import type { CommandName } from '../i18n/translate.ts';
import type { Role } from '../shared/role.ts';
import type { ActionData } from './card.ts';
import type { Choice, Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Something a person can type. The first word of each language is the one shown on buttons and in the help. */
export interface Command {
  /** Names the command in the texts: `commands.<name>.title` and `commands.<name>.purpose`. */
  readonly name: CommandName;
  readonly words: { readonly fr: readonly string[]; readonly en: readonly string[] };
  /** Whether text may follow the words. Without it only the exact words are the command. */
  readonly takesText: boolean;
  /** Who sees it in the help. The right itself is checked by the use case. */
  readonly shownTo: Role;
  /** It changes something at once: the help names it and offers no button to press by mistake. */
  readonly changes?: true;
  /** Undefined when the text after the words is not for this command after all. */
  readonly run: (turn: Turn, text: string) => Promise<Reply | undefined>;
}

/** A button's verb. `data` is whatever arrived. */
export interface Action {
  readonly verb: string;
  readonly run: (turn: Turn, data: ActionData) => Promise<Reply>;
}

/** What a list with that dataset offers for the letters typed so far; an empty query asks for the likeliest. */
export interface Typeahead {
  readonly dataset: string;
  /** Nothing for those who may not choose there. */
  readonly run: (turn: Turn, query: string) => Promise<readonly Choice[]>;
}

export interface Routes {
  readonly commands?: readonly Command[];
  readonly actions?: readonly Action[];
  readonly typeaheads?: readonly Typeahead[];
  /** A message that is no command: undefined leaves it to the next feature. */
  readonly freeText?: (turn: Turn, message: string) => Promise<Reply | undefined>;
}
