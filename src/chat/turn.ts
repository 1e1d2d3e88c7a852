import type { Translator } from '../i18n/translate.ts';
import type { Actor } from '../shared/actor.ts';
import type { Language } from '../shared/language.ts';
import type { Address } from './address.ts';
import type { ActionData } from './card.ts';

/** Who sent an activity, as the connector vouches for it. */
export interface Sender {
  /** Entra object id. */
  readonly id: string;
  /** Teams' own id, `29:…`: what its rosters know people by. */
  readonly teamsId: string;
  readonly name: string;
  readonly language: Language | undefined;
}

/** One thing somebody did. */
export type Incoming =
  | { readonly kind: 'message'; readonly text: string }
  /** A button of a card; `data` holds the inputs and what the button carries: forgeable, so parsed like any input. */
  | { readonly kind: 'action'; readonly verb: string; readonly data: ActionData }
  /** Letters typed in a list that asks the bot. */
  | { readonly kind: 'typeahead'; readonly dataset: string; readonly query: string }
  /** The bot was added to this conversation. */
  | { readonly kind: 'installed' }
  /** The bot was taken out of this conversation: nothing can be said there any more. */
  | { readonly kind: 'removed' };

/** What a route works with: who acts, where, and in which language to answer. */
export interface Turn {
  readonly actor: Actor;
  readonly address: Address;
  readonly translator: Translator;
}
