import {
  banner,
  beside,
  bold,
  box,
  button,
  type Card,
  card,
  heading,
  line,
  quiet,
  run,
  said,
} from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Week } from '../shared/calendar.ts';
import { healthSign } from '../shared/health.ts';
import { latestText, mayReport, type Project } from './project.ts';

/** All open projects with their health and the age of the news, by programme. */
export function boardCard({ actor, translator }: Turn, projects: readonly Project[], thisWeek: Week): Card {
  const { t, language } = translator;
  const open = projects.filter((project) => project.state !== 'done');
  const heard = open.filter((project) => project.latest?.week === thisWeek).length;
  const programmes = [...new Set(open.map((project) => project.programme))].sort();
  const mayPost = open.some((project) => mayReport(actor, project));
  return card(
    language,
    t('projects.title'),
    [
      banner([
        heading(t('projects.title')),
        line(t('projects.heard', { count: heard, total: open.length }), { spacing: 'Small' }),
      ]),
      ...(open.length === 0 ? [line(t('projects.none'))] : []),
      ...programmes.flatMap((programme) => [
        said([bold(programmeText(translator, programme))], { separator: true, spacing: 'Medium' }),
        ...open
          .filter((project) => project.programme === programme)
          .map((project) => boardLine(translator, project, thisWeek)),
      ]),
    ],
    mayPost ? [button(t('update.open'), 'update.open')] : [],
  );
}

const programmeText = ({ t }: Translator, programme: string): string =>
  t(`programmes.${programme as 'data'}`, { defaultValue: programme });

function boardLine(translator: Translator, project: Project, thisWeek: Week) {
  const current = project.latest?.week === thisWeek ? project.latest.health : 'silent';
  const paused =
    project.state === 'paused' ? [run(` · ${translator.t('projects.paused')}`, { isSubtle: true })] : [];
  return beside(
    [
      box([
        said([run(project.name), run(`  ${project.key}`, { isSubtle: true, size: 'Small' }), ...paused]),
        quiet(latestText(translator, project, thisWeek)),
      ]),
    ],
    [line(healthSign[current])],
    { spacing: 'Small' },
  );
}
