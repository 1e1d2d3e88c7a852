import { isLater, mayReport, type Project, type ProjectStore } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import type { Calendar } from '../shared/calendar.ts';
import { type Clock, plusSeconds } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type FieldProblem, parseUpdateDraft, type Update, type UpdateStore } from './update.ts';

export interface SubmitUpdatePorts {
  readonly projects: Pick<ProjectStore, 'find' | 'noteLatest'>;
  readonly updates: Pick<UpdateStore, 'findByForm' | 'save'>;
  readonly now: Clock;
  readonly calendar: Calendar;
}

export type SubmitUpdateError =
  | { readonly kind: 'unknown-project' }
  | { readonly kind: 'not-allowed'; readonly project: Project }
  | { readonly kind: 'closed-project'; readonly project: Project }
  | { readonly kind: 'invalid-form'; readonly project: Project; readonly problems: readonly FieldProblem[] };

export interface Submitted {
  readonly update: Update;
  readonly project: Project;
}

/**
 * Records how one project stands this week. Posting again makes a new version; posting the same form again (a double
 * click, a redelivery) changes nothing and answers with what was recorded.
 */
export function submitUpdate({ projects, updates, now, calendar }: SubmitUpdatePorts) {
  return async (
    author: Actor,
    projectKey: string,
    form: unknown,
  ): Promise<Result<Submitted, SubmitUpdateError>> => {
    const project = await projects.find(projectKey);
    if (!project) return err({ kind: 'unknown-project' });
    if (!mayReport(author, project)) return err({ kind: 'not-allowed', project });
    if (project.state === 'done') return err({ kind: 'closed-project', project });

    const draft = parseUpdateDraft(form);
    if (!draft.ok) return err({ kind: 'invalid-form', project, problems: draft.error });

    const at = now();
    const week = calendar.weekOf(at);
    const { formId, ...content } = draft.value;
    // A form sent just before midnight on Sunday may be delivered again just after.
    const weekBefore = calendar.weekOf(plusSeconds(at, -redeliverySeconds));
    const earlier = weekBefore === week ? undefined : await updates.findByForm(weekBefore, formId, author.id);
    const update =
      earlier ??
      (await updates.save({ ...content, week, authorId: author.id, authorName: author.name, at }, formId));

    if (isLater(update, project.latest)) await projects.noteLatest(project.key, update);
    return ok({ update, project });
  };
}

/** Teams redelivers within minutes (platform facts: msteams-docs#6084); an hour is generous. */
const redeliverySeconds = 3600;
