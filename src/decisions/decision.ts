import { isProjectKey } from '../projects/project.ts';
import { mondayOf, parseWeek, type Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import { fold } from '../shared/text.ts';

/**
 * A question a project puts to the lead, from the week it was first asked until it is answered or withdrawn. Asked
 * again while it is open, it is the same one and keeps its age; asked again afterwards, it is another.
 */
interface Asked {
  /** Says the question and when it was first asked: the same asking always gives the same id. */
  readonly id: string;
  readonly projectKey: string;
  readonly question: string;
  readonly askedWeek: Week;
  /** Its place among the questions of that update, from 0. */
  readonly position: number;
  /** When, and by the author of which, the update that first asked it was posted. */
  readonly askedAt: Instant;
  readonly askedById: string;
  readonly askedByName: string;
  /** The last update that was seen to ask it. */
  readonly lastAsked: Asking;
}

/** Which update asks: a week's update has versions, each in the place of the one before. */
export interface Asking {
  readonly week: Week;
  readonly version: number;
}

/** Who closed a question, and when. */
interface Closing {
  readonly byId: string;
  readonly byName: string;
  readonly at: Instant;
}

export type Answered = Closing & { readonly kind: 'answered'; readonly answer: string };
export type Withdrawn = Closing & { readonly kind: 'withdrawn' };

export type OpenDecision = Asked & { readonly state: { readonly kind: 'open' } };
export type ClosedDecision<End = Answered | Withdrawn> = Asked & { readonly state: End };
export type Decision = OpenDecision | ClosedDecision;

/**
 * Open ones apart from closed ones, so that a list reads what is open and not the years of history. Closing crosses
 * from one to the other: first `addClosed`, then `removeOpen`; until the second, the question is in both and closed.
 */
export interface DecisionStore {
  /** Oldest first. After a crash some may be closed already: the closed one counts. */
  listOpen(): Promise<OpenDecision[]>;
  findOpen(id: string): Promise<OpenDecision | undefined>;
  /** Insert-only: false when the same question of the same project is open already. */
  addOpen(decision: OpenDecision): Promise<boolean>;
  /** Remembers a later asking of one that is open; what is not open is left alone. */
  noteAsked(id: string, asking: Asking): Promise<void>;
  /** Removes what has this very id; nothing happens when it is gone, or when the question was asked anew since. */
  removeOpen(id: string): Promise<void>;
  findClosed(id: string, years: readonly string[]): Promise<ClosedDecision | undefined>;
  /** Every time this question was closed in these years. */
  listClosed(questionId: string, years: readonly string[]): Promise<ClosedDecision[]>;
  /** Insert-only: of all that close the same decision, one gets true. */
  addClosed(decision: ClosedDecision): Promise<boolean>;
}

export const answerLimit = 500;

/** Names a question of a project, however it is typed: case, accents, spaces and the marks at its end do not matter. */
export const questionIdOf = (projectKey: string, question: string): string =>
  `${projectKey}-${hashOf(withoutEndMarks(fold(question)))}`;

/** Names one asking of a question: `SPNC-0a1b2c3d4e5f6071~2026-W47~1`, fit for a table key as it is. */
export const decisionIdOf = (questionId: string, { week, version }: Asking): string =>
  `${questionId}~${week}~${version}`;

/** The question and the first asking that an id stands for; undefined for anything that is no id of ours. */
export function parseDecisionId(id: unknown): { questionId: string; asking: Asking } | undefined {
  if (typeof id !== 'string' || id.length > 60) return undefined;
  const [questionId = '', weekText, version = '', ...rest] = id.split('~');
  const [key, hash = '', ...more] = questionId.split('-');
  const week = parseWeek(weekText);
  const isOurs = isProjectKey(key) && /^[0-9a-f]{16}$/.test(hash) && /^[1-9]\d{0,5}$/.test(version);
  if (!week || !isOurs || rest.length > 0 || more.length > 0) return undefined;
  return { questionId, asking: { week, version: Number(version) } };
}

/** The years in which something asked in `week` may have been closed by now: where to look for it. */
export function yearsSince(week: Week, now: Instant): string[] {
  const first = Number(mondayOf(week).slice(0, 4));
  const last = Math.max(first, Number(now.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

export const isLaterAsking = (a: Asking, b: Asking): boolean =>
  a.week > b.week || (a.week === b.week && a.version > b.version);

export const byAge = (a: Decision, b: Decision): number =>
  compare(a.askedWeek, b.askedWeek) ||
  compare(a.askedAt, b.askedAt) ||
  a.position - b.position ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of a text that is nothing but marks, the marks are the text. */
const withoutEndMarks = (text: string): string => text.replace(/[\s\p{P}]+$/u, '') || text;

/** FNV-1a over UTF-16 units, 64 bits (draft-eastlake-fnv): the same on every machine, and short enough for a key. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
