import type { Address } from './address.ts';
import type { Card } from './card.ts';

/** How a message that was handed to Teams fared. Every kind but `posted` carries a `reason`: a code, no text of anybody. */
export type Posted =
  | { readonly kind: 'posted'; readonly messageId: string }
  /** Certainly not posted; may be tried again, not before `afterSeconds` when Teams said so. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number | undefined }
  /** The bot is no longer there (uninstalled, blocked, deleted): stop until it is installed again. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** Teams will never take this message as it is (too big, malformed). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may have been posted or not: no answer, or an error after it was handed over. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Sends on the bot's own initiative. Never throws for what Teams answers; never repeats a post by itself. */
export interface Poster {
  /** A new message in the conversation; in a channel a new post. */
  post(address: Address, card: Card): Promise<Posted>;
  /** Replaces the message `messageId`; may be repeated safely. */
  edit(address: Address, messageId: string, card: Card): Promise<Posted>;
}
