import type { Project } from '../projects/project.ts';
import type { Day, Week } from '../shared/calendar.ts';
import { foldLetters } from '../shared/text.ts';
import type { Update } from './update.ts';

/** What looks like a slip in an update that was recorded all the same: asked about once, on its receipt. */
export type Doubt =
  | { readonly kind: 'progress-down'; readonly from: number; readonly to: number }
  | { readonly kind: 'green-but-blocked' }
  | { readonly kind: 'red-without-risk' }
  | { readonly kind: 'next-in-the-past'; readonly item: string }
  | { readonly kind: 'target-passed'; readonly day: Day };

/** `today`: the day of the organisation on which it was posted. */
export function doubtsOf(update: Update, before: Update | undefined, project: Project, today: Day): Doubt[] {
  const doubts: Doubt[] = [];
  const { health, progress, risks, next } = update;
  if (before?.progress !== undefined && progress !== undefined && progress < before.progress) {
    doubts.push({ kind: 'progress-down', from: before.progress, to: progress });
  }
  if (health === 'onTrack' && risks.some((risk) => blocking.test(foldLetters(risk)))) {
    doubts.push({ kind: 'green-but-blocked' });
  }
  if (health === 'offTrack' && risks.length === 0) doubts.push({ kind: 'red-without-risk' });
  const past = next.find((item) => isInThePast(item, today));
  if (past) doubts.push({ kind: 'next-in-the-past', item: past });
  if (project.targetDate && project.targetDate < today && (progress ?? 0) < 100) {
    doubts.push({ kind: 'target-passed', day: project.targetDate });
  }
  return doubts;
}

/** A week's update that was posted or corrected after the week was over. */
export const isLate = (update: Update, weekOf: (at: string) => Week): boolean =>
  weekOf(update.at) > update.week;

const blocking = /\b(bloqu|a l'arret|a l’arret|arrete|impasse|abandon|blocked|stuck)/;
const months = [
  'janv',
  'fevr',
  'mars',
  'avri',
  'mai',
  'juin',
  'juil',
  'aout',
  'sept',
  'octo',
  'nove',
  'dece',
];

/** A date named in a step still to come; without a year it is the one nearest to today. */
function isInThePast(item: string, today: Day): boolean {
  const text = foldLetters(item);
  const numeric = /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/.exec(text);
  const worded =
    /\b(\d{1,2})(?:er)? (janv|fevr|mars|avri|mai|juin|juil|aout|sept|octo|nove|dece)\w*(?: (\d{4}))?/.exec(
      text,
    );
  const day = Number(numeric?.[1] ?? worded?.[1]);
  const month = numeric ? Number(numeric[2]) : months.indexOf(worded?.[2] ?? '') + 1;
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return false;
  const given = numeric?.[3] ?? worded?.[3];
  const year = given ? Number(given.length === 2 ? `20${given}` : given) : nearestYear(month, today);
  return `${year}-${two(month)}-${two(day)}` < today;
}

/** A step still to come is rarely older than a season: a month long past is one of next year. */
function nearestYear(month: number, today: Day): number {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number);
  if (thisMonth - month > 3) return year + 1;
  return month - thisMonth > 8 ? year - 1 : year;
}

const two = (value: number): string => String(value).padStart(2, '0');
