import type { ActionData } from '../chat/card.ts';
import type { Actor } from '../shared/actor.ts';
import type { Week } from '../shared/calendar.ts';
import { healths, type WeekHealth } from '../shared/health.ts';
import { healthIn, type Project, type ProjectState, projectStates } from './project.ts';

/** What of the board is shown; undefined and false leave nothing out. Without a state the done ones are. */
export interface BoardFilters {
  readonly programme: string | undefined;
  readonly health: WeekHealth | undefined;
  readonly state: ProjectState | undefined;
  /** Only those the person is référent or deputy of. */
  readonly isMine: boolean;
}

export interface Board {
  readonly filters: BoardFilters;
  /** Those of the page, by programme, then key. */
  readonly projects: readonly Project[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** How many the filters let through. */
  readonly count: number;
  /** Every programme that has a project, whatever the filters. */
  readonly programmes: readonly string[];
  /** Of the active projects, whatever the filters: how many have news of this week, out of how many. */
  readonly heard: number;
  readonly active: number;
}

const projectsPerPage = 20;
export const weekHealths = [...healths, 'silent'] as const;
export const noFilters: BoardFilters = {
  programme: undefined,
  health: undefined,
  state: undefined,
  isMine: false,
};

/** The page of the board that the filters leave; a page beyond the last is the last. */
export function composeBoard(
  all: readonly Project[],
  actor: Pick<Actor, 'id'>,
  week: Week,
  filters: BoardFilters,
  page: number,
): Board {
  const shown = all
    .filter((project) => isLetThrough(project, actor, week, filters))
    .sort((a, b) => compare(a.programme, b.programme) || compare(a.key, b.key));
  const pages = Math.max(1, Math.ceil(shown.length / projectsPerPage));
  const current = Math.min(Math.max(1, page), pages);
  const active = all.filter((project) => project.state === 'active');
  return {
    filters,
    projects: shown.slice((current - 1) * projectsPerPage, current * projectsPerPage),
    page: current,
    pages,
    count: shown.length,
    programmes: [...new Set(all.map(({ programme }) => programme))].sort(compare),
    heard: active.filter((project) => healthIn(project, week) !== 'silent').length,
    active: active.length,
  };
}

/** What a card carries, whatever arrived: anything unknown leaves nothing out. */
export function readFilters({ programme, health, state, mine }: ActionData): BoardFilters {
  return {
    programme:
      typeof programme === 'string' && programme !== '' && programme !== 'all' ? programme : undefined,
    health: weekHealths.find((one) => one === health),
    state: projectStates.find((one) => one === state),
    isMine: mine === 'true' || mine === true,
  };
}

/** The same as a button carries them. */
export const dataOf = ({ programme, health, state, isMine }: BoardFilters): ActionData => ({
  ...(programme !== undefined && { programme }),
  ...(health && { health }),
  ...(state && { state }),
  ...(isMine && { mine: 'true' }),
});

export const readPage = ({ page }: ActionData): number =>
  typeof page === 'number' && Number.isInteger(page) ? page : 1;

function isLetThrough(
  project: Project,
  { id }: Pick<Actor, 'id'>,
  week: Week,
  { programme, health, state, isMine }: BoardFilters,
): boolean {
  return (
    (programme === undefined || project.programme === programme) &&
    (health === undefined || healthIn(project, week) === health) &&
    (state === undefined ? project.state !== 'done' : project.state === state) &&
    (!isMine || project.referentId === id || project.deputyId === id)
  );
}

const compare = new Intl.Collator('fr').compare;
