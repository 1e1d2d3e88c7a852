import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { DEPUTY, PARTNER, PEOPLE, REFERENTS, type SandboxPerson } from './playground-config.ts';

export interface SampleProject {
  key: string;
  name: string;
  programme: 'accompagnement' | 'data' | 'incubation';
  organisation: string;
  description: string;
  /** Entra object ids. */
  referentId: string;
  deputyId: string;
  /** `2026-11-30` */
  startDate: string;
  targetDate: string;
}

export interface SampleUpdate {
  projectKey: string;
  /** `2026-W47` */
  week: string;
  authorId: string;
  /** ISO instant, UTC: within the week, never later than now. */
  at: string;
  health: 'onTrack' | 'atRisk' | 'offTrack';
  progress: number;
  summary: string;
  done: string[];
  next: string[];
  risks: string[];
  decisions: string[];
}

export interface SampleSimplification {
  procedure: string;
  organisation: string;
  audience: 'particuliers' | 'entreprises' | 'associations' | 'agents';
  facts: string;
  proposal: string;
  expectedGain: string;
  /** Cases a year; unknown is null. */
  annualVolume: number | null;
  minutesNow: number | null;
  onBehalfOf: string;
  authorId: string;
  /** ISO instant, UTC; the list is in this order. */
  at: string;
}

export interface SampleData {
  people: readonly SandboxPerson[];
  projects: SampleProject[];
  updates: SampleUpdate[];
  simplifications: SampleSimplification[];
}

const TIME_ZONE = 'Pacific/Noumea';

/** The only projects whose newest sample update is kept: the others have yet to report in the week in progress. */
const REPORTED_THIS_WEEK = new Set(['NCCO', 'DCCF', 'SUBV', 'ODNC', 'DLNU', 'ADRS', 'GUEN']);

/**
 * The sample data as if its newest week were the one in progress at `now` (in Nouméa): every week and date moves by
 * the same number of weeks. Last week is whole; seven projects have reported this week. The two référents share the
 * projects, so that the Playground's people have something to answer for.
 */
export function sampleWeeks(now: Temporal.Instant = Temporal.Now.instant()): SampleData {
  const updateRows = readRows<UpdateRow>('updates.jsonl');
  const newestWeek =
    updateRows
      .map((row) => row.week)
      .sort()
      .at(-1) ?? '';
  const thisMonday = mondayOf(now.toZonedDateTimeISO(TIME_ZONE).toPlainDate());
  const weeksLater = thisMonday.since(mondayOfWeek(newestWeek), { largestUnit: 'weeks' }).weeks;

  const projects = readRows<ProjectRow>('projects.jsonl').map(({ referent: _, ...row }, index) => ({
    ...row,
    referentId: REFERENTS[index % 2 === 0 ? 0 : 1].id,
    deputyId: DEPUTY.id,
    startDate: Temporal.PlainDate.from(row.startDate).add({ weeks: weeksLater }).toString(),
    targetDate: Temporal.PlainDate.from(row.targetDate).add({ weeks: weeksLater }).toString(),
  }));
  const referentOf = new Map(projects.map((project) => [project.key, project.referentId]));

  const updates = updateRows
    .filter((row) => row.week !== newestWeek || REPORTED_THIS_WEEK.has(row.project))
    .map(({ project, week, author: _, ...row }, index) => {
      const monday = mondayOfWeek(week).add({ weeks: weeksLater });
      const authorId = referentOf.get(project);
      if (!authorId) throw new Error(`updates.jsonl names an unknown project: ${project}`);
      return { ...row, projectKey: project, week: weekOf(monday), authorId, at: within(monday, index, now) };
    });

  const ideas = readRows<IdeaRow>('ideas.jsonl');
  const firstMonday = thisMonday.subtract({ weeks: 10 });
  const simplifications = ideas.map((idea, index) => ({
    procedure: idea.procedure,
    organisation: idea.organisation,
    audience: idea.audience,
    facts: idea.painPoint,
    proposal: idea.proposal,
    expectedGain: idea.expectedGain,
    annualVolume: idea.annualVolume,
    minutesNow: idea.minutesPerCase,
    onBehalfOf: idea.submitter.replace(/^partenaire /, ''),
    authorId: PARTNER.id,
    at: startOf(firstMonday)
      .add({ minutes: Math.floor((index * 10 * 7 * 24 * 60) / ideas.length) })
      .toString(),
  }));

  return { people: PEOPLE, projects, updates, simplifications };
}

interface ProjectRow extends Omit<SampleProject, 'referentId' | 'deputyId'> {
  referent: string;
}

interface UpdateRow extends Omit<SampleUpdate, 'projectKey' | 'authorId' | 'at'> {
  project: string;
  author: string;
}

interface IdeaRow {
  procedure: string;
  organisation: string;
  audience: SampleSimplification['audience'];
  painPoint: string;
  proposal: string;
  expectedGain: string;
  annualVolume: number | null;
  minutesPerCase: number | null;
  submitter: string;
}

function readRows<Row>(file: string): Row[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function mondayOfWeek(week: string): Temporal.PlainDate {
  const [year = '', number = ''] = week.split('-W');
  // 4 January is always in week 1 (ISO 8601).
  return mondayOf(Temporal.PlainDate.from(`${year}-01-04`)).add({ weeks: Number(number) - 1 });
}

function weekOf(monday: Temporal.PlainDate): string {
  return `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`;
}

function startOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(TIME_ZONE).toInstant();
}

/** Thursday from 09:00 on, five minutes apart; or, while that is still to come, spread over what has passed of the week. */
function within(monday: Temporal.PlainDate, index: number, now: Temporal.Instant): string {
  const start = startOf(monday);
  const planned = start.add({ hours: 3 * 24 + 9, minutes: (index % 60) * 5 });
  if (Temporal.Instant.compare(planned, now) <= 0) return planned.toString();
  const passedMs = now.since(start).total('milliseconds');
  return start.add({ milliseconds: Math.floor((passedMs * (index % 60)) / 60) }).toString();
}
