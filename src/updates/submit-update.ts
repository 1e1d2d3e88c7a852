import { isLater, mayReport, type Project, type ProjectStore } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import { addWeeks, type Calendar, type Week } from '../shared/calendar.ts';
import { type Clock, plusSeconds } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type FieldProblem, mayCorrect, parseUpdateDraft, type Update, type UpdateStore } from './update.ts';

export interface SubmitUpdatePorts {
  readonly projects: Pick<ProjectStore, 'find' | 'noteLatest'>;
  readonly updates: Pick<UpdateStore, 'find' | 'findByForm' | 'save'>;
  /** Called after the update is stored, perhaps again for the same one: what follows from it elsewhere. */
  readonly registered: (update: Update) => Promise<void>;
  readonly now: Clock;
  readonly calendar: Calendar;
}

export type SubmitUpdateError =
  | { readonly kind: 'unknown-project' }
  | { readonly kind: 'not-allowed'; readonly project: Project }
  | { readonly kind: 'closed-project'; readonly project: Project }
  | { readonly kind: 'closed-week'; readonly project: Project }
  | { readonly kind: 'invalid-form'; readonly project: Project; readonly problems: readonly FieldProblem[] }
  /** Somebody else posted since this form was opened: nothing is recorded until its author has seen it. */
  | { readonly kind: 'changed-meanwhile'; readonly project: Project; readonly theirs: Update };

export interface Submitted {
  readonly update: Update;
  readonly project: Project;
  /** What stood there before: the earlier version of the week, else the last week's. */
  readonly before: Update | undefined;
}

/** Older weeks are history. */
const correctableWeeks = 8;

/**
 * Records how one project stands in a week. Posting again makes a new version; posting the same form again (a double
 * click, a redelivery) changes nothing and answers with what was recorded.
 */
export function submitUpdate({ projects, updates, registered, now, calendar }: SubmitUpdatePorts) {
  return async (
    author: Actor,
    projectKey: string,
    form: unknown,
  ): Promise<Result<Submitted, SubmitUpdateError>> => {
    const project = await projects.find(projectKey);
    if (!project) return err({ kind: 'unknown-project' });
    const draft = parseUpdateDraft(form);
    const at = now();
    const thisWeek = calendar.weekOf(at);
    const week = (draft.ok && draft.value.week) || thisWeek;

    const current = await updates.find(week, project.key);
    if (!mayReport(author, project) && !(current && mayCorrect(author, project, current))) {
      return err({ kind: 'not-allowed', project });
    }
    if (project.state === 'done') return err({ kind: 'closed-project', project });
    if (!draft.ok) return err({ kind: 'invalid-form', project, problems: draft.error });
    if (week > thisWeek || week < addWeeks(thisWeek, -correctableWeeks))
      return err({ kind: 'closed-week', project });

    const { formId, week: _, baseVersion, ...content } = draft.value;
    const before = current ?? (await lastBefore(week, project));
    const recorded = await findRecorded(week, formId, author.id, at);
    if (recorded) {
      await registered(recorded);
      return ok({ update: recorded, project, before });
    }
    const isOvertaken = baseVersion !== undefined && current && current.version > baseVersion;
    if (isOvertaken && current.authorId !== author.id)
      return err({ kind: 'changed-meanwhile', project, theirs: current });

    const update = await updates.save(
      { ...content, week, unchangedWeeks: 0, authorId: author.id, authorName: author.name, at },
      formId,
    );
    if (isLater(update, project.latest)) await projects.noteLatest(project.key, update);
    await registered(update);
    return ok({ update, project, before });
  };

  /** A form sent just before midnight on Sunday may be delivered again just after. */
  async function findRecorded(
    week: Week,
    formId: string,
    authorId: string,
    at: string,
  ): Promise<Update | undefined> {
    const weekBefore = calendar.weekOf(plusSeconds(at, -redeliverySeconds));
    const weeks = weekBefore < week ? [week, weekBefore] : [week];
    const found = await Promise.all(weeks.map((one) => updates.findByForm(one, formId, authorId)));
    return found.find((one) => one !== undefined);
  }

  async function lastBefore(week: Week, { key, latest }: Project): Promise<Update | undefined> {
    return latest && latest.week < week ? updates.find(latest.week, key) : undefined;
  }
}

/** Teams redelivers within minutes (platform facts: msteams-docs#6084); an hour is generous. */
const redeliverySeconds = 3600;
