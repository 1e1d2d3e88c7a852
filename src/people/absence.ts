import { z } from 'zod';
import { addDays, type Day, parseDay } from '../shared/calendar.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Absence } from './person.ts';

/** One input that cannot be taken; `problem` is a key of the texts under `absence.problems`. */
export interface AbsenceProblem {
  readonly field: keyof AbsenceFields;
  readonly problem: 'from' | 'to' | 'order' | 'long' | 'past' | 'tooMany' | 'person';
}

const text = z.string().max(100).catch('');
const shape = z.object({ from: text, to: text, personId: text });

/** The inputs of the form as text, whatever arrived. */
export type AbsenceFields = z.infer<typeof shape>;
export const readAbsenceFields = (form: unknown): AbsenceFields =>
  shape.safeParse(form).data ?? shape.parse({});

const absencesLimit = 20;
const longestDays = 366;

/** Anything → an absence that is not over before `today`, or every problem at once. */
export function parseAbsence(form: unknown, today: Day): Result<Absence, AbsenceProblem[]> {
  const fields = readAbsenceFields(form);
  const [from, to] = [parseDay(fields.from), parseDay(fields.to)];
  if (!from || !to) {
    return err([
      ...(from ? [] : [{ field: 'from', problem: 'from' } as const]),
      ...(to ? [] : [{ field: 'to', problem: 'to' } as const]),
    ]);
  }
  if (to < from) return err([{ field: 'to', problem: 'order' }]);
  if (to > addDays(from, longestDays)) return err([{ field: 'to', problem: 'long' }]);
  if (to < today) return err([{ field: 'to', problem: 'past' }]);
  return ok({ from, to });
}

/** With one more, in order: an absence that begins the same day is corrected, one over for a year is dropped. */
export function withAbsence(
  absences: readonly Absence[],
  absence: Absence,
  today: Day,
): Result<Absence[], AbsenceProblem[]> {
  const kept = absences.filter(({ from, to }) => from !== absence.from && to >= addDays(today, -365));
  if (kept.length >= absencesLimit) return err([{ field: 'from', problem: 'tooMany' }]);
  return ok([...kept, absence].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

export const notOver = (absences: readonly Absence[], today: Day): Absence[] =>
  absences.filter(({ to }) => to >= today);

export const overlaps = (a: Absence, b: Absence): boolean => a.from <= b.to && b.from <= a.to;
