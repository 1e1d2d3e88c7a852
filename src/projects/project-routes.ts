import { type ActionData, textIn } from '../chat/card.ts';
import { type Reply, sentence, toPresser } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { DecisionStore } from '../decisions/decision.ts';
import type { Person, PersonStore } from '../people/person.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { isUlid, type Ulid } from '../shared/ids.ts';
import { cleanLine } from '../shared/text.ts';
import type { UpdateStore } from '../updates/update.ts';
import { type BoardFilters, composeBoard, noFilters, readFilters, readPage } from './board.ts';
import { boardCard } from './board-card.ts';
import { type Move, type MoveProjectError, type moveProject, moves } from './move-project.ts';
import {
  findProjects,
  isProjectKey,
  mayManage,
  type Project,
  type ProjectStore,
  programmes,
} from './project.ts';
import { chooseProjectCard, projectCard } from './project-card.ts';
import { fieldsOf, newFields, readProjectFields } from './project-draft.ts';
import { type ProjectForm, projectFormCard, projectReceiptCard } from './project-form-card.ts';
import type { SaveProjectError, saveProject } from './save-project.ts';
import { composeTimeline, weeksOfPage } from './timeline.ts';

export interface ProjectRoutesPorts {
  readonly projects: Pick<ProjectStore, 'find' | 'list'>;
  readonly updates: Pick<UpdateStore, 'listOfProject'>;
  readonly people: Pick<PersonStore, 'find' | 'list'>;
  readonly save: ReturnType<typeof saveProject>;
  readonly move: ReturnType<typeof moveProject>;
  readonly decisions: Pick<DecisionStore, 'listOpen'>;
  readonly calendar: Calendar;
  readonly now: Clock;
  readonly newId: () => Ulid;
}

export function projectRoutes(ports: ProjectRoutesPorts): Routes {
  const { projects, people, decisions, calendar, now, newId } = ports;
  const thisWeek = () => calendar.weekOf(now());

  const board = async (turn: Turn, filters: BoardFilters = noFilters, page = 1) => {
    const [all, open] = await Promise.all([projects.list(), decisions.listOpen()]);
    const waiting = Map.groupBy(open, ({ projectKey }) => projectKey);
    const counts = new Map([...waiting].map(([key, ofProject]) => [key, ofProject.length]));
    const week = thisWeek();
    return boardCard(turn, composeBoard(all, turn.actor, week, filters, page), week, counts);
  };

  const page = async (turn: Turn, project: Project, told?: string) => {
    const week = thisWeek();
    const weeks = weeksOfPage(project, week);
    const [updates, open, referent, deputy] = await Promise.all([
      ports.updates.listOfProject(project.key, weeks),
      decisions.listOpen(),
      project.referentId ? people.find(project.referentId) : undefined,
      project.deputyId ? people.find(project.deputyId) : undefined,
    ]);
    return projectCard(
      turn,
      {
        project,
        week,
        timeline: composeTimeline(weeks, updates, project.startDate),
        referentName: referent?.name,
        deputyName: deputy?.name,
        decisions: open.filter(({ projectKey }) => projectKey === project.key),
      },
      told,
    );
  };

  /** `typed`: a key, a name or an alias, perhaps in part. A key as it is written needs no list of all projects. */
  const show = async (turn: Turn, typed: string, kind: 'card' | 'again'): Promise<Reply> => {
    const { t } = turn.translator;
    if (typed.trim() === '') return { kind, card: await board(turn) };
    const key = typed.trim().toUpperCase();
    const named = isProjectKey(key) ? await projects.find(key) : undefined;
    if (named) return { kind, card: await page(turn, named) };

    const all = await projects.list();
    const found = findProjects(cleanLine(typed).slice(0, longestName), all);
    const [first] = found;
    if (first && found.length === 1) return { kind, card: await page(turn, first) };
    if (all.length === 0) return sentence(t('projects.none'));
    return {
      kind,
      card: first
        ? chooseProjectCard(turn, t('project.several'), found)
        : chooseProjectCard(turn, t('project.unknown'), all.toSorted(openFirst)),
    };
  };

  const isNamed = async (typed: string): Promise<boolean> =>
    findProjects(cleanLine(typed).slice(0, longestName), await projects.list()).length > 0;

  /** Without a key the form of a new project, its name perhaps typed already. */
  const open = async (turn: Turn, key: string, name = ''): Promise<Reply> => {
    const { t } = turn.translator;
    if (!mayManage(turn.actor)) return sentence(t('project.refused.manage'));
    if (key === '') return { kind: 'card', card: await form(turn, { fields: newFields(newId(), name) }) };
    const project = isProjectKey(key) ? await projects.find(key) : undefined;
    if (!project) return sentence(t('project.gone'));
    return { kind: 'card', card: await form(turn, { fields: fieldsOf(project, newId()) }, project) };
  };

  const form = async (
    turn: Turn,
    given: Pick<ProjectForm, 'fields'> & Partial<ProjectForm>,
    stored?: Project,
  ) =>
    projectFormCard(turn, {
      problems: [],
      ...given,
      programmes: [...new Set([...programmes, ...(stored ? [stored.programme] : [])])],
      ...likeliest(
        await people.list(),
        [given.fields, given.theirs, stored].flatMap((one) => [one?.referentId, one?.deputyId]),
      ),
    });

  const submitted = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const result = await ports.save(turn.actor, data);
    if (result.ok) {
      const { project, isNew, raised } = result.value;
      return { kind: 'replace', card: projectReceiptCard(turn, project, isNew, raised) };
    }
    const { error } = result;
    const typed = readProjectFields(data);
    // A form without an id of its own can never be recorded: it gets one.
    const fields = isUlid(typed.formId) ? typed : { ...typed, formId: newId() };
    switch (error.kind) {
      case 'invalid-form':
        return {
          kind: 'again',
          card: await form(turn, { fields, problems: error.problems, taken: error.taken }, error.stored),
        };
      case 'changed':
        return { kind: 'again', card: await form(turn, { fields, theirs: error.stored }, error.stored) };
      default:
        return sentence(explain(turn, error));
    }
  };

  const moveAction = (move: Move) => ({
    verb: `project.${move}`,
    run: async (turn: Turn, data: ActionData): Promise<Reply> => {
      const result = await ports.move(turn.actor, textIn(data, 'key'), move);
      if (!result.ok) return sentence(explain(turn, result.error));
      const told = turn.translator.t(`project.moved.${result.value.state}`);
      return { kind: 'again', card: await page(turn, result.value, told) };
    },
  });

  return {
    commands: [
      {
        name: 'projects',
        words: { fr: ['projets'], en: ['projects'] },
        takesText: false,
        shownTo: 'partner',
        run: async (turn) => ({ kind: 'card', card: await board(turn) }),
      },
      {
        name: 'project',
        words: { fr: ['projet'], en: ['project'] },
        takesText: true,
        shownTo: 'partner',
        run: async (turn, text) => {
          // « projet NC Connect : recette terminée, 80 % » is news of a project, not its name.
          const isSentence = text.split(/\s+/).length > mostWordsOfName;
          return isSentence && !(await isNamed(text)) ? undefined : show(turn, text, 'card');
        },
      },
      {
        name: 'newProject',
        words: { fr: ['nouveau projet'], en: ['new project'] },
        takesText: true,
        shownTo: 'staff',
        run: async (turn, text) => toPresser(turn.translator, await open(turn, '', cleanLine(text))),
      },
    ],
    actions: [
      {
        verb: 'projects.page',
        run: async (turn, data) => ({
          kind: 'again',
          card: await board(turn, readFilters(data), readPage(data)),
        }),
      },
      {
        verb: 'projects.filter',
        run: async (turn, data) => ({ kind: 'again', card: await board(turn, readFilters(data)) }),
      },
      { verb: 'project.show', run: (turn, data) => show(turn, textIn(data, 'key'), 'again') },
      {
        verb: 'project.open',
        run: async (turn, data) => toPresser(turn.translator, await open(turn, textIn(data, 'key'))),
      },
      { verb: 'project.save', run: submitted },
      ...(Object.keys(moves) as Move[]).map(moveAction),
    ],
  };
}

/** No name is longer; comparing what is would take its time. */
const longestName = 200;
/** With more, what follows `projet` is a sentence. */
const mostWordsOfName = 3;

const openFirst = (a: Project, b: Project): number => Number(a.state === 'done') - Number(b.state === 'done');

function explain(
  { translator: { t } }: Turn,
  error: MoveProjectError | Exclude<SaveProjectError, { kind: 'invalid-form' | 'changed' }>,
): string {
  switch (error.kind) {
    case 'not-allowed':
      return t('project.refused.manage');
    case 'unknown-project':
      return t('project.gone');
    case 'other-project':
      return t('project.refused.otherProject');
    case 'wrong-state':
      return t(`project.refused.${error.project.state}`, { project: error.project.key });
  }
}

const likelyChoices = 10;

/** Those chosen, then référents, then the mission, then partners, each by name. */
function likeliest(
  all: readonly Person[],
  chosen: readonly (string | undefined)[],
): Pick<ProjectForm, 'people' | 'hasMorePeople'> {
  const order = { referent: 1, staff: 2, lead: 2, partner: 3 };
  const rank = ({ id, role }: Person) => (chosen.includes(id) ? 0 : order[role]);
  const sorted = all
    .filter((person) => chosen.includes(person.id) || (person.name !== '' && !person.isGuest))
    .sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
  const count = Math.max(likelyChoices, sorted.filter((person) => rank(person) === 0).length);
  return { people: sorted.slice(0, count), hasMorePeople: sorted.length > count };
}

const compare = new Intl.Collator('fr').compare;
