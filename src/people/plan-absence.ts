import type { RecordChange } from '../audit/audit.ts';
import type { Project, ProjectStore } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import {
  type AbsenceProblem,
  notOver,
  overlaps,
  parseAbsence,
  readAbsenceFields,
  withAbsence,
} from './absence.ts';
import { type Absence, type Person, type PersonStore, roleOf } from './person.ts';

export interface PlanAbsencePorts {
  readonly people: PersonStore;
  readonly projects: Pick<ProjectStore, 'list'>;
  readonly record: RecordChange;
  readonly calendar: Calendar;
  readonly now: Clock;
}

/** Somebody's absences that are not over, and who is asked in their place. */
export interface AbsencePlan {
  readonly person: Person;
  readonly absences: readonly Absence[];
  readonly standIns: readonly StandIn[];
  /** Whom else the reader may plan for: everybody who is asked for news, for the lead. */
  readonly others: readonly Person[];
}

export interface StandIn {
  readonly project: Project;
  readonly deputy?: Person | undefined;
  /** Whether the deputy is away during one of these absences too. */
  readonly isAwayToo: boolean;
}

export type PlanAbsenceError =
  | { readonly kind: 'not-allowed' }
  /** It is somebody else's: the lead's to plan. */
  | { readonly kind: 'not-theirs' }
  | {
      readonly kind: 'invalid-form';
      readonly plan: AbsencePlan;
      readonly problems: readonly AbsenceProblem[];
    };

/** Absences are planned by those who are asked for news, for themselves; the lead plans anybody's. */
export function planAbsence({ people, projects, record, calendar, now }: PlanAbsencePorts) {
  const today = () => calendar.dayOf(now());

  const planOf = async (actor: Actor, person: Person): Promise<AbsencePlan> => {
    const absences = notOver(person.absences ?? [], today());
    const reported = (await projects.list()).filter(
      ({ state, referentId }) => state !== 'done' && referentId === person.id,
    );
    const standIns = reported.map(async (project): Promise<StandIn> => {
      const deputy = project.deputyId === undefined ? undefined : await people.find(project.deputyId);
      const isAwayToo = (deputy?.absences ?? []).some((one) => absences.some((own) => overlaps(one, own)));
      return { project, deputy, isAwayToo };
    });
    const others = isAtLeast(actor.role, 'lead')
      ? (await people.list()).filter((one) => one.id !== actor.id && isAtLeast(roleOf(one), 'referent'))
      : [];
    return { person, absences, standIns: await Promise.all(standIns), others };
  };

  /** The person meant: oneself when `personId` is empty. */
  const find = async (
    actor: Actor,
    personId: string,
  ): Promise<Result<{ person: Person; isUnknown: boolean }, PlanAbsenceError>> => {
    if (!isAtLeast(actor.role, 'referent')) return err({ kind: 'not-allowed' });
    const isOwn = personId === '' || personId === actor.id;
    if (!isOwn && !isAtLeast(actor.role, 'lead')) return err({ kind: 'not-theirs' });
    const own = await people.find(actor.id);
    if (!own) return err({ kind: 'not-allowed' });
    const person = isOwn ? own : await people.find(personId);
    return ok({ person: person ?? own, isUnknown: person === undefined });
  };

  const change = async (
    actor: Actor,
    action: string,
    person: Person,
    next: (absences: readonly Absence[]) => readonly Absence[],
  ): Promise<Person> => {
    let before: readonly Absence[] = [];
    const changed = await people.change(person.id, (stored = person) => {
      before = stored.absences ?? [];
      return { ...stored, absences: next(before) };
    });
    const listOf = (absences: readonly Absence[]) =>
      notOver(absences, today())
        .map(({ from, to }) => `${from}/${to}`)
        .join(' ');
    const [was, is] = [listOf(before), listOf(changed.absences ?? [])];
    if (actor.id !== person.id && was !== is) {
      await record(actor, { action, about: person.id, before: { absences: was }, after: { absences: is } });
    }
    return changed;
  };

  return {
    async show(actor: Actor, personId: string): Promise<Result<AbsencePlan, PlanAbsenceError>> {
      const found = await find(actor, personId);
      return found.ok ? ok(await planOf(actor, found.value.person)) : found;
    },

    /** Saving the same dates again changes nothing. */
    async save(actor: Actor, form: unknown): Promise<Result<AbsencePlan, PlanAbsenceError>> {
      const found = await find(actor, readAbsenceFields(form).personId);
      if (!found.ok) return found;
      const { person, isUnknown } = found.value;
      const refuse = async (problems: readonly AbsenceProblem[]) =>
        err({ kind: 'invalid-form', plan: await planOf(actor, person), problems } as const);
      if (isUnknown) return refuse([{ field: 'personId', problem: 'person' }]);
      const absence = parseAbsence(form, today());
      if (!absence.ok) return refuse(absence.error);

      let problems: readonly AbsenceProblem[] = [];
      const changed = await change(actor, 'absence.save', person, (absences) => {
        const next = withAbsence(absences, absence.value, today());
        problems = next.ok ? [] : next.error;
        return next.ok ? next.value : absences;
      });
      return problems.length > 0 ? refuse(problems) : ok(await planOf(actor, changed));
    },

    /** Takes back the absence that begins that day; one that is not there is gone already. */
    async remove(
      actor: Actor,
      personId: string,
      from: string,
    ): Promise<Result<AbsencePlan, PlanAbsenceError>> {
      const found = await find(actor, personId);
      if (!found.ok) return found;
      const { person, isUnknown } = found.value;
      if (isUnknown) return ok(await planOf(actor, person));
      const changed = await change(actor, 'absence.remove', person, (absences) =>
        absences.filter((absence) => absence.from !== from),
      );
      return ok(await planOf(actor, changed));
    },
  };
}
