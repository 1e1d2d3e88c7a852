import type { Translator } from '../i18n/translate.ts';
import type { Card } from './card.ts';

/** What the person gets; how it travels is the adapter's affair. */
export type Reply =
  | { readonly kind: 'nothing' }
  /** A sentence: a message in chat; for a button, shown to the one who pressed and the card stays as it is. */
  | { readonly kind: 'sentence'; readonly text: string }
  /** A new message where the person is. */
  | { readonly kind: 'card'; readonly card: Card }
  /** A new message in the person's personal chat; elsewhere `notice` says that it went there, or `unreachable` that it could not. */
  | { readonly kind: 'private'; readonly card: Card; readonly notice: string; readonly unreachable: string }
  /** The card whose button was pressed is over: for everybody it becomes this one. */
  | { readonly kind: 'replace'; readonly card: Card }
  /** The pressed card again, with what this person typed: only they see it. */
  | { readonly kind: 'again'; readonly card: Card }
  /** What a list shows for the letters typed so far. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

/** `title` is read, `value` is sent. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

export const sentence = (text: string): Reply => ({ kind: 'sentence', text });

/** A card for one person's eyes: where others read along, it goes to their personal chat. */
export const privately = ({ t }: Translator, card: Card): Reply => ({
  kind: 'private',
  card,
  notice: t('chat.sentPrivately'),
  unreachable: t('chat.unreachable'),
});

/** What a button that everybody sees opens is for the one who pressed; a sentence stays where it is. */
export const toPresser = (translator: Translator, reply: Reply): Reply =>
  reply.kind === 'card' ? privately(translator, reply.card) : reply;
