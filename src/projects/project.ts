import { distance } from 'fastest-levenshtein';
import type { Translator } from '../i18n/translate.ts';
import type { Actor } from '../shared/actor.ts';
import type { Day, Week } from '../shared/calendar.ts';
import type { Instant } from '../shared/clock.ts';
import type { Health, WeekHealth } from '../shared/health.ts';
import { isAtLeast } from '../shared/role.ts';
import { fold } from '../shared/text.ts';

export const projectStates = ['active', 'paused', 'done'] as const;
export type ProjectState = (typeof projectStates)[number];

/** What a référent reports on. */
export interface Project {
  /** 2–12 of A–Z and 0–9. */
  readonly key: string;
  readonly name: string;
  readonly programme: string;
  readonly organisation: string;
  readonly description: string;
  readonly state: ProjectState;
  readonly referentId?: string | undefined;
  readonly deputyId?: string | undefined;
  readonly startDate?: Day | undefined;
  readonly targetDate?: Day | undefined;
  /** Other names people use for it, in search and in what they write. */
  readonly aliases: readonly string[];
  /** 1 at creation; every change made by people adds one, the news do not. */
  readonly revision: number;
  /** The last changes made by people, newest first, `changesKept` at most. */
  readonly changes: readonly ProjectChange[];
  /** Derived from the updates, so that a board reads one partition; the updates are the truth. */
  readonly latest?: LatestUpdate | undefined;
}

/** `formId`: the form it was made with; the same form arriving again changes nothing more. */
export interface ProjectChange {
  readonly byId: string;
  readonly byName: string;
  readonly at: Instant;
  readonly formId?: string | undefined;
}

/** Teams delivers a form again within minutes: nobody changes a project ten times in between. */
export const changesKept = 10;

/** Letters of a project's name. */
export const nameLimit = 80;

/** The programmes of a mission. A project may belong to another one from before: it is shown as it is. */
export const programmes = ['accompagnement', 'data', 'incubation'] as const;

export interface LatestUpdate {
  readonly week: Week;
  readonly version: number;
  readonly health: Health;
  readonly progress?: number | undefined;
}

export interface ProjectStore {
  find(key: string): Promise<Project | undefined>;
  /** By key. */
  list(): Promise<Project[]>;
  /** False when a project has that key already. */
  add(project: Project): Promise<boolean>;
  /**
   * Stores what people decide of a project, with the next revision, if the stored one is still `expected`; the news
   * noted meanwhile stay. `changed`: somebody came first and nothing was stored.
   */
  save(project: Project, expected: number): Promise<'saved' | 'changed' | 'missing'>;
  /** Remembers `latest` unless a newer one is known already; unknown projects are left alone. */
  noteLatest(key: string, latest: LatestUpdate): Promise<void>;
}

export const isProjectKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z0-9]{2,12}$/.test(value);

/** Référents and deputies report on their own projects, the mission on all. */
export const mayReport = (actor: Pick<Actor, 'id' | 'role'>, project: Project): boolean =>
  isAtLeast(actor.role, 'staff') ||
  (isAtLeast(actor.role, 'referent') && (project.referentId === actor.id || project.deputyId === actor.id));

/** The mission makes, edits, pauses and closes projects, and says who reports on them. */
export const mayManage = (actor: Pick<Actor, 'role'>): boolean => isAtLeast(actor.role, 'staff');

/** How the project stands this week; without news of this week it is silent, whatever it was before. */
export const healthIn = ({ latest }: Pick<Project, 'latest'>, week: Week): WeekHealth =>
  latest?.week === week ? latest.health : 'silent';

/** An update that is later: of a later week, or a later version of the same week. */
export const isLater = (a: LatestUpdate, b: LatestUpdate | undefined): boolean =>
  b === undefined || a.week > b.week || (a.week === b.week && a.version > b.version);

/** How the project last stood: `🟠 À surveiller · 55 % · il y a 2 semaines`. */
export function latestText(translator: Translator, { latest }: Project, thisWeek: Week): string {
  if (!latest) return translator.t('age.never');
  const progress = latest.progress === undefined ? [] : [translator.percent(latest.progress)];
  return [translator.health(latest.health), ...progress, translator.age(latest.week, thisWeek)].join(' · ');
}

/**
 * The projects a typed word may mean: the one with that key or name, else those whose key or name contain it, else
 * those a slip of the keyboard away; an alias is a name. One is an answer, several are a question to ask back.
 */
export function findProjects(typed: string, projects: readonly Project[]): Project[] {
  const wanted = fold(typed);
  if (wanted === '') return [];
  const named = projects.map((project) => ({
    project,
    key: fold(project.key),
    names: [project.name, ...project.aliases].map(fold),
  }));
  const slip = Math.floor(wanted.length / 4);
  const tests: ((key: string, name: string) => boolean)[] = [
    (key, name) => key === wanted || name === wanted,
    (key, name) => key.startsWith(wanted) || name.includes(wanted),
    (key, name) => distance(key, wanted) <= slip || distance(name, wanted) <= slip,
  ];
  for (const test of tests) {
    const found = named.filter(({ key, names }) => names.some((name) => test(key, name)));
    if (found.length > 0) return found.map(({ project }) => project);
  }
  return [];
}
