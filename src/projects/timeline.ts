import { addWeeks, type Day, sundayOf, type Week } from '../shared/calendar.ts';
import type { Update } from '../updates/update.ts';
import type { Project } from './project.ts';

/** One week of a project; without an update it was silent. */
export interface TimelineWeek {
  readonly week: Week;
  readonly update: Update | undefined;
}

export const timelineWeeks = 12;

/**
 * The weeks whose updates a project's page reads, oldest first: the last twelve, whatever the history. When the last
 * news are older, they take the place of the first.
 */
export function weeksOfPage({ latest }: Pick<Project, 'latest'>, thisWeek: Week): Week[] {
  const weeks = Array.from({ length: timelineWeeks }, (_, n) => addWeeks(thisWeek, n - timelineWeeks + 1));
  const [first = thisWeek, ...others] = weeks;
  return latest && latest.week < first ? [latest.week, ...others] : weeks;
}

/** The weeks with their updates, newest first. Silent weeks that ended before the project began are left out. */
export function composeTimeline(
  weeks: readonly Week[],
  updates: readonly Update[],
  startDate: Day | undefined,
): TimelineWeek[] {
  const ofWeek = new Map(updates.map((update) => [update.week, update]));
  return weeks
    .map((week) => ({ week, update: ofWeek.get(week) }))
    .filter(({ week, update }) => update || startDate === undefined || sundayOf(week) >= startDate)
    .reverse();
}
