import type { Actor } from '../shared/actor.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isProjectKey, mayManage, type Project, type ProjectState } from './project.ts';
import { changed, changeOf, type SaveProjectPorts } from './save-project.ts';

/** How a project moves between its states, and from which states each move is possible. */
export const moves = {
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  close: { from: ['active', 'paused'], to: 'done' },
  reopen: { from: ['done'], to: 'active' },
} as const satisfies Record<string, { from: readonly ProjectState[]; to: ProjectState }>;
export type Move = keyof typeof moves;

export interface MoveProjectPorts extends Pick<SaveProjectPorts, 'now' | 'record'> {
  readonly projects: Pick<SaveProjectPorts['projects'], 'find' | 'save'>;
}

export type MoveProjectError =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-project' }
  /** The state it is in now does not allow the move. */
  | { readonly kind: 'wrong-state'; readonly project: Project };

/**
 * Pauses, resumes, closes or reopens a project; moving to where it stands already changes nothing. Only the state
 * changes, so that a change that comes between is kept: the move is made again on the fresh project.
 */
export function moveProject({ projects, record, now }: MoveProjectPorts) {
  return async (actor: Actor, key: string, move: Move): Promise<Result<Project, MoveProjectError>> => {
    if (!mayManage(actor)) return err({ kind: 'not-allowed' });
    const { from, to } = moves[move];
    for (let attempt = 0; attempt < mostRaces; attempt += 1) {
      const project = isProjectKey(key) ? await projects.find(key) : undefined;
      if (!project) return err({ kind: 'unknown-project' });
      if (project.state === to) return ok(project);
      if (!from.some((state) => state === project.state)) return err({ kind: 'wrong-state', project });

      const moved = changed({ ...project, state: to }, { now }, actor);
      const outcome = await projects.save(moved, project.revision);
      if (outcome !== 'saved') continue;
      const saved = { ...moved, revision: project.revision + 1 };
      await record(actor, changeOf(`project.${move}`, project, saved));
      return ok(saved);
    }
    throw new Error(`the project ${key} was changed by others ${mostRaces} times in a row`);
  };
}

const mostRaces = 20;
