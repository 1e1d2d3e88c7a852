import { isLater, mayReport, type Project, type ProjectStore } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { isUlid } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Submitted } from './submit-update.ts';
import { mostUnchangedWeeks, type Update, type UpdateStore } from './update.ts';

export interface RepeatUpdatePorts {
  readonly projects: Pick<ProjectStore, 'find' | 'noteLatest'>;
  readonly updates: Pick<UpdateStore, 'find' | 'save'>;
  readonly now: Clock;
  readonly calendar: Calendar;
}

export type RepeatUpdateError =
  | { readonly kind: 'unknown-project' }
  | { readonly kind: 'not-allowed'; readonly project: Project }
  | { readonly kind: 'closed-project'; readonly project: Project }
  /** There is nothing to repeat. */
  | { readonly kind: 'never-heard'; readonly project: Project }
  /** It was said as many weeks running as it may be. */
  | { readonly kind: 'unchanged-limit'; readonly project: Project };

/**
 * « Rien de neuf » : the last health, progress, risks and next steps stand for this week too, at most two weeks running.
 * When the week has an update already, that one is the answer.
 */
export function repeatUpdate({ projects, updates, now, calendar }: RepeatUpdatePorts) {
  return async (
    author: Actor,
    projectKey: string,
    formId: unknown,
  ): Promise<Result<Submitted, RepeatUpdateError>> => {
    const project = await projects.find(projectKey);
    if (!project || !isUlid(formId)) return err({ kind: 'unknown-project' });
    if (!mayReport(author, project)) return err({ kind: 'not-allowed', project });
    if (project.state === 'done') return err({ kind: 'closed-project', project });

    const at = now();
    const week = calendar.weekOf(at);
    const last = project.latest && (await updates.find(project.latest.week, project.key));
    if (!last) return err({ kind: 'never-heard', project });
    if (last.week === week) return ok({ update: last, project, before: undefined });
    if (last.unchangedWeeks >= mostUnchangedWeeks) return err({ kind: 'unchanged-limit', project });

    const update = await updates.save(repeated(last, { week, at, author }), formId);
    if (isLater(update, project.latest)) await projects.noteLatest(project.key, update);
    return ok({ update, project, before: last });
  };
}

const repeated = (
  last: Update,
  { week, at, author }: { week: Update['week']; at: string; author: Actor },
): Omit<Update, 'version'> => ({
  projectKey: last.projectKey,
  week,
  health: last.health,
  progress: last.progress,
  summary: '',
  done: [],
  next: last.next,
  risks: last.risks,
  decisions: [],
  unchangedWeeks: last.unchangedWeeks + 1,
  authorId: author.id,
  authorName: author.name,
  at,
});
