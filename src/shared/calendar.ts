import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './clock.ts';

/** A day of the organisation, `2026-11-23`. */
export type Day = string;
/** An ISO 8601 week, `2026-W47`: sorts as text. */
export type Week = string & { readonly brand: 'Week' };
/** An hour of the organisation, `08:00`. */
export type Hour = string;

/** A weekly appointment; `weekday` 1 is Monday, 7 Sunday. */
export interface WeeklySlot {
  readonly weekday: number;
  readonly hour: Hour;
}

/** Days, weeks and hours as the organisation lives them. Nothing else in the code does date arithmetic. */
export interface Calendar {
  readonly timeZone: string;
  dayOf(at: Instant): Day;
  weekOf(at: Instant): Week;
  /** `HH:MM` of the organisation. */
  hourOf(at: Instant): Hour;
  /** The instant of an hour of a day; in a daylight-saving gap the hour moves forward with the clock. */
  instantOf(day: Day, hour: Hour): Instant;
  /** A public holiday, Saturday or Sunday. */
  isClosed(day: Day): boolean;
  /** `day` itself when it is open, else the next day that is. */
  openDayFrom(day: Day): Day;
}

/** `holidays`: a country of date-holidays (`NC`), or undefined for none. Throws on an unknown zone or country. */
export function makeCalendar(options: { timeZone: string; holidays?: string | undefined }): Calendar {
  const { timeZone } = options;
  const isHoliday = holidaysOf(options.holidays);
  const zoned = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  zoned('2026-01-01T00:00:00.000Z');

  const isClosed = (day: Day) => weekdayOf(day) > 5 || isHoliday(day);
  return {
    timeZone,
    dayOf: (at) => zoned(at).toPlainDate().toString(),
    weekOf: (at) => weekOfDay(zoned(at).toPlainDate().toString()),
    hourOf: (at) => zoned(at).toPlainTime().toString({ smallestUnit: 'minute' }),
    instantOf: (day, hour) =>
      Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(hour) })
        .toInstant()
        .toString({ fractionalSecondDigits: 3 }),
    isClosed,
    openDayFrom: firstOpen(isClosed),
  };
}

/** The same calendar where `closedDays` are closed too, and public holidays only with `holidays`. */
export function withClosures(
  calendar: Calendar,
  { holidays, closedDays }: { readonly holidays: boolean; readonly closedDays: readonly Day[] },
): Calendar {
  const closed = new Set(closedDays);
  const isClosed = (day: Day) =>
    closed.has(day) || weekdayOf(day) > 5 || (holidays && calendar.isClosed(day));
  return { ...calendar, isClosed, openDayFrom: firstOpen(isClosed) };
}

const firstOpen = (isClosed: (day: Day) => boolean) => (day: Day) => {
  let open = day;
  while (isClosed(open)) open = addDays(open, 1);
  return open;
};

/** Undefined for anything but a day that exists, `2026-11-23`. */
export function parseDay(text: unknown): Day | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** Undefined for anything but an hour and its minutes: `8:05` and `08:05` are the same. */
export function parseHour(text: unknown): Hour | undefined {
  const [, hour, minute] = (typeof text === 'string' && /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text)) || [];
  return hour && minute && `${hour.padStart(2, '0')}:${minute}`;
}

export const addDays = (day: Day, amount: number): Day =>
  Temporal.PlainDate.from(day).add({ days: amount }).toString();

/** Monday is 1. */
const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

function weekOfDay(day: Day): Week {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}` as Week;
}

/** Undefined for anything but a week that exists: `2025-W53` does not, `2026-W53` does. */
export function parseWeek(text: unknown): Week | undefined {
  if (typeof text !== 'string' || !/^\d{4}-W\d{2}$/.test(text)) return undefined;
  const week = text as Week;
  const number = weekNumber(week);
  return number >= 1 && number <= 53 && weekOfDay(mondayOf(week)) === week ? week : undefined;
}

export function mondayOf(week: Week): Day {
  const fourth = Temporal.PlainDate.from(`${week.slice(0, 4)}-01-04`);
  return fourth
    .subtract({ days: fourth.dayOfWeek - 1 })
    .add({ weeks: weekNumber(week) - 1 })
    .toString();
}

export const sundayOf = (week: Week): Day => addDays(mondayOf(week), 6);
export const weekNumber = (week: Week): number => Number(week.slice(6));
export const addWeeks = (week: Week, amount: number): Week => weekOfDay(addDays(mondayOf(week), 7 * amount));

/** How many weeks after `earlier` the week `later` is; negative when it comes before. */
export const weeksBetween = (earlier: Week, later: Week): number =>
  Temporal.PlainDate.from(mondayOf(earlier)).until(mondayOf(later)).days / 7;

function holidaysOf(country: string | undefined): (day: Day) => boolean {
  if (!country) return () => false;
  const source = new Holidays(country);
  if (!source.getCountries()[country]) throw new RangeError(`no public holidays are known for "${country}"`);
  const years = new Map<string, Set<Day>>();
  return (day) => {
    const year = day.slice(0, 4);
    const known =
      years.get(year) ??
      new Set(
        source
          .getHolidays(Number(year))
          .filter((holiday) => holiday.type === 'public')
          .map((holiday) => holiday.date.slice(0, 10)),
      );
    years.set(year, known);
    return known.has(day);
  };
}
