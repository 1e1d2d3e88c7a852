import { foldLetters } from '../../shared/text.ts';
import { chatSpellings } from './words.ts';

/**
 * A message twice: as written, and as the rules read it (lower case, no accents, chat abbreviations in full).
 * The character `text[i]` was written at `source[at[i]]`; `at` has one entry more, the end.
 */
export interface PlainText {
  readonly source: string;
  readonly text: string;
  readonly at: readonly number[];
}

/** From `from` up to, not including, `to`, in `PlainText.text`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Beyond this a message is a document: its first part says what it is about. */
const MAX_READ = 4000;

/** Reads a chat message without its mentions, markup and invisible characters. */
export function plainText(message: string): PlainText {
  const source = withoutMarkup(message.slice(0, MAX_READ * 2)).slice(0, MAX_READ);
  const at: number[] = [];
  let text = '';
  const add = (read: string, start: number, length: number) => {
    for (let i = 0; i < read.length; i += 1) at.push(start + Math.min(i, length - 1));
    text += read;
  };
  for (const { 0: piece, index } of source.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu)) {
    const read = foldLetters(piece)
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .replace(/[’‘ʼ`´]/u, "'");
    add(chatSpellings.get(read) ?? read, index, piece.length);
  }
  at.push(source.length);
  return { source, text, at };
}

/** What the author wrote at these places, without the space and the punctuation around it. */
export function written({ source, at }: PlainText, { from, to }: Span): string {
  return tidy(source.slice(at[from], at[to]));
}

/** The same message with these places hidden from the rules: a name is not a statement (« Alerte tsunami »). */
export function hide(plain: PlainText, spans: readonly Span[]): PlainText {
  let text = plain.text;
  for (const { from, to } of spans) text = text.slice(0, from) + '#'.repeat(to - from) + text.slice(to);
  return { ...plain, text };
}

/** One line, one space between words, nothing dangling at either end. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.=|>•·*–—_~+-]+(?!\d)/u, '')
    .replace(/^[\s,;:=|>•·*–—_~]+/u, '')
    .replace(/[\s,;:=|<•·*–—_~-]+$/u, '')
    .replace(/(?<![.…])[.]$/u, '')
    .trim();
}

/** Cuts at a word where possible; the mark says that something was left out. `max` counts UTF-16 units. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Folds alone what {@link plainText} folds in a message, so that both can be compared. */
export function plainWords(text: string): string[] {
  return (
    foldLetters(text)
      .replaceAll('œ', 'oe')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function withoutMarkup(message: string): string {
  return message
    .replace(/<at[^<>]{0,200}>[^<>]{0,200}<\/at>/giu, ' ')
    .replace(/<br ?\/?>|<\/(?:p|div|li)>/giu, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/&nbsp;/giu, ' ')
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&amp;/giu, '&')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\u200B|\u200E|\u200F|\u2060|\uFEFF|\uFE0E|\uFE0F/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
