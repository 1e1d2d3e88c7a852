/** Lower case, accents removed: for comparing letter by letter, lines and spaces as they are. */
export const foldLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `foldLetters`, with ligatures, typographic apostrophes and spaces made plain: for comparing words, never for showing. */
export function fold(text: string): string {
  return foldLetters(text.normalize('NFKD'))
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .trim();
}

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Length as a reader counts it: an emoji with its modifiers is one. */
export const lengthOf = (text: string): number => [...segmenter.segment(text)].length;

/**
 * Longer than `limit` as a reader counts; or of letters so heaped with marks (four code units each, on average) that
 * what a reader counts says nothing about the room it takes.
 */
export const isLonger = (text: string, limit: number): boolean =>
  text.length > 4 * limit || lengthOf(text) > limit;

/** At most `most` letters of the text and an ellipsis, for where the whole is not meant to be read. */
export function shorten(text: string, most: number): string {
  // Letters made of many characters are cut too: a card counts characters.
  if (text.length <= most) return text;
  let short = '';
  let letters = 0;
  for (const { segment } of segmenter.segment(text.slice(0, 8 * most))) {
    if (letters === most || short.length + segment.length > 1.5 * most) return `${short.trimEnd()}…`;
    short += segment;
    letters += 1;
  }
  return short;
}

/**
 * What a person typed, fit to be stored and shown as it is in a TextRun: control, bidirectional-override and
 * zero-width characters removed (joiners of emoji and scripts stay), line ends made `\n`.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, ' ')
      .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
      .replace(/\p{Surrogate}/gu, '')
      .trim()
  );
}

/** One line: `cleanText` with every run of white space made one space. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** The lines of a multi-line input that hold something, cleaned, list marks (`-`, `*`, `•`) removed. */
export const cleanLines = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–—]\s+)+/, '').trim())
    .filter((line) => line !== '');
