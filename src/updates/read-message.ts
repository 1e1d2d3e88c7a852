import type { Health } from '../shared/health.ts';
import {
  type FoundProject,
  findProject,
  type Mention,
  type ReadableProject,
} from './reading/find-project.ts';
import { isStatement, isUpdate, withoutCourtesy } from './reading/is-update.ts';
import { hide, type PlainText, plainText, type Span, shorten, written } from './reading/plain-text.ts';
import { readHealth } from './reading/read-health.ts';
import { listsOf, piecesOf } from './reading/read-items.ts';
import { readProgress } from './reading/read-progress.ts';
import { type Sentence, sentencesOf } from './reading/sentences.ts';
import { commandHead, greeting } from './reading/words.ts';

export type { ReadableProject } from './reading/find-project.ts';

export interface ReadingContext {
  readonly projects: readonly ReadableProject[];
  /** Keys of the projects the author reports on. */
  readonly ownKeys?: readonly string[];
}

/**
 * What a message says. `summary` has 1 to 280 characters, the lists at most 10 items of 1 to 200, all in the author's
 * words; « … » marks what did not fit. `progress` is a whole number from 0 to 100.
 */
export type Reading =
  | { readonly kind: 'other' }
  | {
      readonly kind: 'update';
      readonly project: FoundProject;
      readonly health?: Health;
      readonly progress?: number;
      readonly summary: string;
      readonly done: string[];
      readonly next: string[];
      readonly risks: string[];
      readonly decisions: string[];
    };

const MAX_SUMMARY = 280;

/**
 * Reads what a référent writes freely, to be proposed for confirmation. Thanks, questions, commands, ideas and small
 * talk are `other`. Never throws; the same message always gives the same reading; only its first 4 000 characters
 * are read.
 */
export function readMessage(message: string, { projects, ownKeys }: ReadingContext): Reading {
  const plain = plainText(message);
  const { headEnd, announced } = headOf(plain.text);
  const { project, mentions } = findProject(plain, headEnd, projects, ownKeys);
  const masked = hide(plain, mentions);
  const body = blank(masked, headEnd);

  const sentences = sentencesOf(body);
  const statements = sentences.filter((s) => isStatement(s, carriesValue)).map(statementOnly);
  const texts = statements.map((s) => s.text);
  const progress = readProgress(texts.join('\n'));
  const health = readHealth(texts);
  const pieces = piecesOf(statements);
  const participles = statements.flatMap((s) => written(plain, s).match(PARTICIPLE) ?? []).length;
  const questions = sentences.length - statements.length;
  if (
    !isUpdate({
      body: body.text.trim(),
      announced,
      statements,
      participles,
      questions,
      mentions,
      progress,
      health,
      pieces,
    })
  ) {
    return { kind: 'other' };
  }

  const start = subjectEnd(body.text, headEnd, mentions);
  const told = piecesOf(sentences.filter((s) => !isEmptyCourtesy(s))).flatMap((p) => from(p, start));
  const { rest, ...lists } = listsOf(plain, told);
  return {
    kind: 'update',
    project,
    ...(health.health && { health: health.health }),
    ...(progress !== undefined && { progress }),
    summary: summaryOf(plain, rest, told),
    ...lists,
  };
}

/** « signée », « livrés »; not « qualité », « sécurité ». */
const PARTICIPLE = /(?<!\p{L})\p{L}{2,}(?<!it)é(?:e|s|es)?(?!\p{L})/gu;

/** Greetings and command words at the beginning, in any order. */
function headOf(text: string): { headEnd: number; announced: boolean } {
  let headEnd = 0;
  let announced = false;
  for (let i = 0; i < 3; i += 1) {
    const rest = text.slice(headEnd);
    headEnd += greeting.exec(rest)?.[0].length ?? 0;
    const command = commandHead.exec(text.slice(headEnd))?.[0].length ?? 0;
    announced ||= command > 0;
    headEnd += command;
    if (text.length - rest.length === headEnd) break;
  }
  return { headEnd, announced };
}

/** The head becomes blank: places stay the same. */
function blank(plain: PlainText, headEnd: number): PlainText {
  return { ...plain, text: ' '.repeat(headEnd) + plain.text.slice(headEnd) };
}

function carriesValue(text: string): boolean {
  return readProgress(text) !== undefined || readHealth([text]).explicit;
}

function statementOnly(sentence: Sentence): Sentence {
  const text = withoutCourtesy(sentence.text);
  return { ...sentence, text, from: sentence.to - text.length };
}

function isEmptyCourtesy({ text }: Sentence): boolean {
  return !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(withoutCourtesy(text));
}

/** Where the name that opens the message ends, when it is a title and not the subject of the first verb. */
function subjectEnd(text: string, headEnd: number, mentions: readonly Mention[]): number {
  const first = mentions
    .filter(
      (m) =>
        m.atHead &&
        /^[^a-z0-9]*(?:(?:pour|sur|du|de|la|le|les|l'|des|projet|point) *)*[^a-z0-9]*$/.test(
          text.slice(headEnd, m.from),
        ),
    )
    .reduce((end, m) => Math.max(end, m.to), headEnd);
  const after = text.slice(first, first + 24);
  const verb =
    /^\)? *(?:est|a|ont|sont|n'|ne |avance|passe|reste|va|repasse|depend|demarre|is|has|toujours|au|en|dans|et|suit|tient|prend|devient|:?$)/.test(
      after,
    );
  return verb && first > headEnd ? headEnd : first;
}

function from<T extends Span>(piece: T, start: number): T[] {
  if (piece.to <= start) return [];
  return [{ ...piece, from: Math.max(piece.from, start) }];
}

/** What the lists do not say; the whole message when that is only a figure or a colour. */
function summaryOf(plain: PlainText, rest: readonly Span[], told: readonly Span[]): string {
  const short = joined(plain, rest).replace(/^(?:mais|et|puis|donc|par contre|du coup)\s+(?=\S)/iu, '');
  const text = (short.match(/\p{L}{3,}/gu)?.length ?? 0) > 1 ? short : joined(plain, told);
  return shorten(
    text || written(plain, { from: 0, to: plain.text.length }) || plain.source.trim(),
    MAX_SUMMARY,
  );
}

function joined(plain: PlainText, spans: readonly Span[]): string {
  const parts = spans
    .map((span) => written(plain, span))
    .filter((part) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(part));
  return parts.reduce(
    (text, part) => (text === '' ? part : `${text}${/[.!?…]$/.test(text) ? ' ' : '. '}${part}`),
    '',
  );
}
