import type { PlainText, Span } from './plain-text.ts';

export interface Sentence extends Span {
  /** Plain text of the sentence. */
  readonly text: string;
  readonly lineStart: boolean;
  readonly bullet: boolean;
  readonly asks: boolean;
}

/** Cuts a message at line ends, bullets, strong punctuation and semicolons. Abbreviations and figures are not ends. */
export function sentencesOf({ text }: PlainText): Sentence[] {
  const sentences: Sentence[] = [];
  let lineFrom = 0;
  for (const line of text.split('\n')) {
    let from = lineFrom;
    const ends = [...line.matchAll(END)].map((m) => ({ at: lineFrom + m.index + m[0].length, mark: m[0] }));
    for (const { at, mark } of [...ends, { at: lineFrom + line.length, mark: '' }]) {
      const piece = text.slice(from, at);
      if (/[\p{L}\p{N}\p{Extended_Pictographic}#]/u.test(piece)) {
        const lineStart = /^\s*$/.test(text.slice(lineFrom, from));
        sentences.push({
          from,
          to: at,
          text: piece,
          lineStart,
          bullet: lineStart && BULLET.test(piece),
          asks: mark.includes('?') || piece.includes('?'),
        });
      }
      from = at;
    }
    lineFrom += line.length + 1;
  }
  return sentences;
}

const BULLET = /^\s*(?:[-–—•·*▪►➡→>✅✔☑]|\d{1,2}[.)](?=\s))/u;

const END =
  /(?<!(?<![a-z])(?:env|cf|ex|art|p|n|m|mme|max|min|resp|av|approx|dr|no))[.](?=\s|$|[^\w\s.,])(?:[.]*)|[!?…]+(?:\s*[!?]+)*|[.]{2,}|;(?=\s)| (?=[•▪►] )/g;

/** Cuts a sentence where its sense may turn. */
export function clausesOf(sentence: string): { readonly text: string; readonly contrasts: boolean }[] {
  return sentence
    .split(CLAUSE)
    .filter((piece) => piece !== undefined && piece.trim() !== '')
    .map((text) => ({ text, contrasts: CONTRAST.test(text.trimStart()) }));
}

const TURN =
  'mais|par contre|en revanche|cependant|toutefois|pourtant|neanmoins|donc|du coup|au final|finalement|but|however|globalement|bref|au total|dans l.ensemble|conclusion|overall|en resume|resultat';
const CLAUSE = new RegExp(
  `[,;:()\\n]| [-–—] |(?<![a-z])(?=(?:${TURN}|sauf|sinon|malgre|meme si|et (?:on|la|le|les|notre|nous|il|c'est|ca))(?![a-z]))`,
);
const CONTRAST = new RegExp(`^(?:${TURN})(?![a-z])`);
