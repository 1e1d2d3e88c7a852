import type { Routes } from '../chat/route.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import type { ProjectStore } from './project.ts';
import { boardCard } from './project-card.ts';

export interface ProjectRoutesPorts {
  readonly projects: Pick<ProjectStore, 'list'>;
  readonly calendar: Calendar;
  readonly now: Clock;
}

export function projectRoutes({ projects, calendar, now }: ProjectRoutesPorts): Routes {
  return {
    commands: [
      {
        name: 'projects',
        words: { fr: ['projets'], en: ['projects'] },
        takesText: false,
        shownTo: 'partner',
        run: async (turn) => ({
          kind: 'card',
          card: boardCard(turn, await projects.list(), calendar.weekOf(now())),
        }),
      },
    ],
  };
}
