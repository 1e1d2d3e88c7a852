import {
  actionRow,
  banner,
  beside,
  bold,
  box,
  button,
  type Card,
  type CardAction,
  type CardElement,
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
import { shorten } from '../shared/text.ts';
import { type Board, type BoardFilters, dataOf, weekHealths } from './board.ts';
import {
  healthIn,
  latestText,
  mayManage,
  mayReport,
  nameLimit,
  type Project,
  projectStates,
} from './project.ts';

/** A page of the projects with their health and the age of the news, by programme. `decisions`: how many wait, by project key. */
export function boardCard(
  { actor, translator }: Turn,
  board: Board,
  week: Week,
  decisions: ReadonlyMap<string, number>,
): Card {
  const { t, language } = translator;
  const { projects, filters, page, pages } = board;
  const groups = [...Map.groupBy(projects, ({ programme }) => programme)];
  const turnTo = (title: string, to: number) =>
    button(title, 'projects.page', { page: to, ...dataOf(filters) });
  const actions: CardAction[] = [
    ...(page > 1 ? [turnTo(t('projects.previous'), page - 1)] : []),
    ...(page < pages ? [turnTo(t('projects.next'), page + 1)] : []),
    ...(projects.some((project) => mayReport(actor, project))
      ? [button(t('update.open'), 'update.open')]
      : []),
    ...(mayManage(actor) ? [button(t('commands.newProject.title'), 'project.open')] : []),
  ];
  return card(
    language,
    t('projects.title'),
    [
      banner([
        heading(t('projects.title')),
        line(t('projects.heard', { count: board.heard, total: board.active }), { spacing: 'Small' }),
      ]),
      ...filterRow(translator, board),
      ...(projects.length === 0
        ? [line(t(isFiltered(filters) ? 'projects.noneLeft' : 'projects.none'))]
        : []),
      ...groups.flatMap(([programme, ofProgramme]) => [
        said([bold(programmeText(translator, programme))], { separator: true, spacing: 'Medium' }),
        ...ofProgramme.map((project) =>
          boardLine(translator, project, week, decisions.get(project.key) ?? 0),
        ),
      ]),
      ...(pages > 1 ? [quiet(t('projects.page', { page, pages, count: board.count }))] : []),
    ],
    actions,
  );
}

/** A programme we have a word for, else as it is stored. */
export const programmeText = ({ t }: Translator, programme: string): string =>
  t(`programmes.${programme as 'data'}`, { defaultValue: shorten(programme, nameLimit) });

/** The button « back to the board », whole. */
export const boardButton = ({ t }: Translator) => button(t('projects.back'), 'projects.page', { page: 1 });

const isFiltered = (filters: BoardFilters): boolean => Object.keys(dataOf(filters)).length > 0;

/** Folded away: the projects come first on a phone. */
function filterRow(translator: Translator, { filters, programmes, count }: Board): CardElement[] {
  const { t } = translator;
  const left = ` · ${t('projects.left', { count })}`;
  const choice = (
    id: string,
    all: string,
    value: string | undefined,
    choices: { title: string; value: string }[],
  ): CardElement => ({
    type: 'Input.ChoiceSet',
    id,
    label: t(`projects.filters.${id as 'state'}`),
    style: 'compact',
    value: value ?? 'all',
    choices: [{ title: all, value: 'all' }, ...choices],
  });
  return [
    actionRow([
      { type: 'Action.ToggleVisibility', title: t('projects.filters.open'), targetElements: ['filters'] },
    ]),
    box(
      [
        choice(
          'programme',
          t('projects.filters.allProgrammes'),
          filters.programme,
          // Far more than a mission has; a card has an end.
          programmes
            .slice(0, 15)
            .map((programme) => ({ title: programmeText(translator, programme), value: programme })),
        ),
        choice(
          'health',
          t('projects.filters.allHealths'),
          filters.health,
          weekHealths.map((health) => ({ title: translator.health(health), value: health })),
        ),
        choice(
          'state',
          t('projects.filters.allStates'),
          filters.state,
          projectStates.map((state) => ({ title: t(`projects.states.${state}`), value: state })),
        ),
        {
          type: 'Input.Toggle',
          id: 'mine',
          title: t('projects.filters.mine'),
          value: String(filters.isMine),
        },
        actionRow([button(t('projects.filters.apply'), 'projects.filter', {}, { associatedInputs: 'auto' })]),
      ],
      { id: 'filters', isVisible: false },
    ),
    ...(isFiltered(filters)
      ? [said([run(filterText(translator, filters)), run(left, { isSubtle: true })])]
      : []),
  ];
}

/** What is left out, in words: the inputs that say it are folded away. */
function filterText(translator: Translator, { programme, health, state, isMine }: BoardFilters): string {
  const { t } = translator;
  return [
    ...(programme === undefined ? [] : [programmeText(translator, programme)]),
    ...(health ? [translator.health(health)] : []),
    ...(state ? [t(`projects.states.${state}`)] : []),
    ...(isMine ? [t('projects.filters.mine')] : []),
  ].join(' · ');
}

function boardLine(translator: Translator, project: Project, week: Week, decisions: number): CardElement {
  const { t } = translator;
  const mark = project.state === 'active' ? '' : ` · ${t(`projects.marks.${project.state}`)}`;
  const waiting = decisions === 0 ? '' : ` · ${t('decisions.count', { count: decisions })}`;
  return beside(
    [
      said([
        run(shorten(project.name, nameLimit)),
        run(`  ${project.key}${mark}`, { isSubtle: true, size: 'Small' }),
      ]),
      quiet(`${latestText(translator, project, week)}${waiting}`),
    ],
    [line(healthSign[healthIn(project, week)])],
    {
      spacing: 'Small',
      selectAction: button(t('projects.show', { project: project.key }), 'project.show', {
        key: project.key,
      }),
    },
  );
}
