import { isLater, type ProjectStore } from '../projects/project.ts';
import { addWeeks, type Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import type { UpdateStore } from './update.ts';

export interface RepairLatestPorts {
  readonly projects: Pick<ProjectStore, 'list' | 'noteLatest'>;
  readonly updates: Pick<UpdateStore, 'listOfWeek'>;
  readonly calendar: Calendar;
  readonly now: Clock;
}

/** The repair job: an update is written before its project remembers it; this finishes what a crash left between the two. */
export function repairLatest({ projects, updates, calendar, now }: RepairLatestPorts) {
  return async (): Promise<void> => {
    const week = calendar.weekOf(now());
    const known = new Map((await projects.list()).map((project) => [project.key, project.latest]));
    for (const update of [
      ...(await updates.listOfWeek(addWeeks(week, -1))),
      ...(await updates.listOfWeek(week)),
    ]) {
      if (known.has(update.projectKey) && isLater(update, known.get(update.projectKey))) {
        await projects.noteLatest(update.projectKey, update);
      }
    }
  };
}
