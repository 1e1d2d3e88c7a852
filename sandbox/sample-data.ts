import { readFileSync } from 'node:fs';
import type { Project } from '../src/projects/project.ts';
import {
  addWeeks,
  type Calendar,
  type Day,
  mondayOf,
  type Week,
  weeksBetween,
} from '../src/shared/calendar.ts';
import { type Instant, plusSeconds } from '../src/shared/clock.ts';
import type { Update } from '../src/updates/update.ts';
import { DEPUTY, PEOPLE, REFERENTS } from './playground-config.ts';

export interface SampleData {
  readonly projects: readonly Project[];
  readonly updates: readonly Omit<Update, 'version'>[];
}

/** The only projects whose newest sample update is kept: the others have yet to report in the week in progress. */
const reportedThisWeek = new Set(['NCCO', 'DCCF', 'SUBV', 'ODNC', 'DLNU', 'ADRS', 'GUEN']);

/**
 * The sample data as if its newest week were the one in progress at `now`: every week and date moves by the same
 * number of weeks. Last week is whole; seven projects have reported this week. The two référents share the projects,
 * so that the Playground's people have something to answer for.
 */
export function sampleWeeks(now: Instant, calendar: Calendar): SampleData {
  const updateRows = readRows<UpdateRow>('updates.jsonl');
  const newestWeek =
    updateRows
      .map(({ week }) => week)
      .sort()
      .at(-1) ?? ('' as Week);
  const weeksLater = weeksBetween(newestWeek, calendar.weekOf(now));

  const projects = readRows<ProjectRow>('projects.jsonl').map(({ referent: _, ...row }, index): Project => {
    const referent = REFERENTS[index % 2 === 0 ? 0 : 1];
    const movedDay = (day: Day) =>
      calendar.dayOf(plusSeconds(calendar.instantOf(day, '12:00'), weeksLater * 7 * 86_400));
    return {
      ...row,
      state: 'active',
      referentId: referent.id,
      deputyId: DEPUTY.id,
      startDate: movedDay(row.startDate),
      targetDate: movedDay(row.targetDate),
      aliases: [],
      revision: 1,
      changes: [],
    };
  });
  const referentOf = new Map(
    projects.map(({ key, referentId }) => [key, PEOPLE.find(({ id }) => id === referentId)]),
  );

  const updates = updateRows
    .filter((row) => row.week !== newestWeek || reportedThisWeek.has(row.project))
    .map(({ project, week: sampleWeek, author: _, ...row }, index) => {
      const author = referentOf.get(project);
      if (!author) throw new Error(`updates.jsonl names an unknown project: ${project}`);
      const week = addWeeks(sampleWeek, weeksLater);
      // Monday from 09:00 on, a few minutes apart, and never later than now.
      const planned = plusSeconds(calendar.instantOf(mondayOf(week), '09:00'), (index % 60) * 300);
      const at = planned < now ? planned : now;
      return {
        ...row,
        unchangedWeeks: 0,
        projectKey: project,
        week,
        authorId: author.id,
        authorName: author.name,
        at,
      };
    });
  return { projects, updates };
}

interface ProjectRow extends Pick<Project, 'key' | 'name' | 'programme' | 'organisation' | 'description'> {
  referent: string;
  startDate: Day;
  targetDate: Day;
}

interface UpdateRow
  extends Pick<Update, 'week' | 'health' | 'progress' | 'summary' | 'done' | 'next' | 'risks' | 'decisions'> {
  project: string;
  author: string;
}

function readRows<Row>(file: string): Row[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}
