import type { ChannelStore } from '../channels/channel.ts';
import type { SettingsStore } from '../settings/settings.ts';
import {
  addDays,
  addWeeks,
  type Calendar,
  mondayOf,
  type Week,
  type WeeklySlot,
  withClosures,
} from '../shared/calendar.ts';
import type { Clock, Instant } from '../shared/clock.ts';
import type { publishDigest } from './publish-digest.ts';

/** The moment a week's digest is due: the slot of the week after, moved to the next open day. */
export interface DigestSlot {
  readonly week: Week;
  readonly at: Instant;
}

/** The last slot that has come: after downtime it is still the one to publish. */
export function lastSlot(now: Instant, slot: WeeklySlot, calendar: Calendar): DigestSlot {
  const slotOf = (week: Week): DigestSlot => ({
    week,
    at: calendar.instantOf(
      calendar.openDayFrom(addDays(mondayOf(addWeeks(week, 1)), slot.weekday - 1)),
      slot.hour,
    ),
  });
  let due = slotOf(addWeeks(calendar.weekOf(now), -1));
  while (due.at > now) due = slotOf(addWeeks(due.week, -1));
  return due;
}

export interface PublishDuePorts {
  readonly channels: Pick<ChannelStore, 'findBound'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly publish: ReturnType<typeof publishDigest>;
  readonly calendar: Calendar;
  readonly now: Clock;
}

/** The job: publishes what the clock has made due. A channel bound after the slot waits for the next one. */
export function publishDue({ channels, settings, publish, calendar, now }: PublishDuePorts) {
  return async (): Promise<void> => {
    const channel = await channels.findBound();
    if (!channel) return;
    const chosen = await settings.get();
    const slot = lastSlot(now(), chosen.digest, withClosures(calendar, chosen));
    if (channel.boundAt <= slot.at) await publish(slot.week);
  };
}
