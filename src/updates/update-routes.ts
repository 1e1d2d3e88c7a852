import { type ActionData, textIn } from '../chat/card.ts';
import { type Reply, sentence, toPresser } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import { findProjects, latestText, mayReport, type Project, type ProjectStore } from '../projects/project.ts';
import { type Calendar, parseWeek, type Week, weekNumber } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import type { Ulid } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import { doubtsOf, isLate } from './doubts.ts';
import { readMessage } from './read-message.ts';
import type { RepeatUpdateError, repeatUpdate } from './repeat-update.ts';
import type { Submitted, SubmitUpdateError, submitUpdate } from './submit-update.ts';
import { mayCorrect, readUpdateFields, type UpdateStore } from './update.ts';
import { chooseProjectCard, formCard, receiptCard, type UpdateForm, versionsCard } from './update-card.ts';
import { startForm, withReading } from './update-form.ts';

export interface UpdateRoutesPorts {
  readonly projects: Pick<ProjectStore, 'find' | 'list'>;
  readonly updates: Pick<UpdateStore, 'find' | 'listVersions'>;
  readonly submit: ReturnType<typeof submitUpdate>;
  readonly repeat: ReturnType<typeof repeatUpdate>;
  readonly calendar: Calendar;
  readonly now: Clock;
  readonly newId: () => Ulid;
}

export function updateRoutes(ports: UpdateRoutesPorts): Routes {
  const { projects, updates, calendar, now } = ports;
  const thisWeek = () => calendar.weekOf(now());

  /**
   * `typed`: a key or a name, perhaps in part, or a whole message with an update in it; empty asks which of the
   * person's own projects, and one is no question.
   */
  const open = async (turn: Turn, typed: string): Promise<Reply> => {
    const { t } = turn.translator;
    if (!isAtLeast(turn.actor.role, 'referent')) return sentence(t('update.refused.role'));
    const all = await projects.list();
    const own = reportable(turn, all);
    if (typed === '') return own.length === 1 && own[0] ? openForm(turn, own[0]) : choose(turn, own);

    const found = findProjects(typed, all);
    if (found.length === 1 && found[0]) return openForm(turn, found[0]);
    if (found.length > 1) return choose(turn, reportable(turn, found), t('update.severalProjects'));
    // « maj NC Connect : recette terminée, 80 % »: the command says that it is an update, whatever the words.
    return (await propose(turn, `maj ${typed}`, all)) ?? choose(turn, own, t('update.unknownProject'));
  };

  const reportable = ({ actor }: Turn, all: readonly Project[]) =>
    all.filter((project) => project.state !== 'done' && mayReport(actor, project));

  const choose = (
    { translator }: Turn,
    among: readonly Project[],
    question = translator.t('update.which'),
    message?: string,
  ): Reply =>
    among.length === 0
      ? sentence(translator.t('update.noProject'))
      : { kind: 'card', card: chooseProjectCard(translator, question, among, message) };

  const openForm = async (turn: Turn, project: Project, week = thisWeek(), message = ''): Promise<Reply> => {
    const { t } = turn.translator;
    const name = { project: project.name };
    const current = await updates.find(week, project.key);
    const isAllowed = current ? mayCorrect(turn.actor, project, current) : mayReport(turn.actor, project);
    if (!isAllowed) return sentence(t('update.refused.project', name));
    if (project.state === 'done') return sentence(t('update.refused.done', name));

    const { latest } = project;
    const last = latest && latest.week < week ? await updates.find(latest.week, project.key) : undefined;
    const fields = startForm({ formId: ports.newId(), project, week, current, last });
    const reading =
      message === '' ? undefined : readMessage(message, { projects: [project], ownKeys: [project.key] });
    const isRead = reading?.kind === 'update';
    return show(turn, {
      project,
      fields: isRead ? withReading(fields, reading, message) : fields,
      mayRepeat: last !== undefined && week === thisWeek(),
      notes: [
        ...(isRead ? [t('update.proposed')] : []),
        ...(project.state === 'paused' ? [t('update.pausedNote')] : []),
        ...(current ? [t('update.correcting', { version: current.version })] : []),
      ],
    });
  };

  const show = (turn: Turn, form: Omit<UpdateForm, 'week' | 'latest'>): Extract<Reply, { kind: 'card' }> => {
    const week = parseWeek(form.fields.week) ?? thisWeek();
    const latest = latestText(turn.translator, form.project, thisWeek());
    return { kind: 'card', card: formCard(turn.translator, { ...form, week, latest }) };
  };

  /** The update a message holds, to be confirmed; undefined when it holds none, or its author reports on nothing. */
  const propose = async (
    turn: Turn,
    message: string,
    all?: readonly Project[],
  ): Promise<Reply | undefined> => {
    const { actor, translator } = turn;
    if (!isAtLeast(actor.role, 'referent')) return undefined;
    const known = all ?? (await projects.list());
    const own = reportable(turn, known);
    const isOwn = ({ referentId, deputyId }: Project) => referentId === actor.id || deputyId === actor.id;
    const ownKeys = own.filter(isOwn).map(({ key }) => key);
    const reading = readMessage(message, {
      projects: known.filter(({ state }) => state !== 'done'),
      ownKeys,
    });
    if (reading.kind === 'other') return undefined;
    switch (reading.project.kind) {
      case 'found': {
        const { key } = reading.project;
        const project = known.find((one) => one.key === key);
        return project && openForm(turn, project, thisWeek(), message);
      }
      case 'several': {
        const { keys } = reading.project;
        const among = own.filter(({ key }) => keys.includes(key));
        return choose(turn, among.length > 0 ? among : own, translator.t('update.severalProjects'), message);
      }
      case 'none':
        return choose(turn, own, translator.t('update.which'), message);
    }
  };

  /** The receipt in the form's place; or the form again, or a sentence. */
  const answer = (
    turn: Turn,
    data: ActionData,
    result: Result<Submitted, SubmitUpdateError | RepeatUpdateError>,
  ): Reply => {
    const { translator } = turn;
    if (result.ok) {
      const { update, project, before } = result.value;
      const doubts = doubtsOf(update, before, project, calendar.dayOf(update.at));
      return {
        kind: 'replace',
        card: receiptCard(translator, { update, project, doubts, isLate: isLate(update, calendar.weekOf) }),
      };
    }
    const fields = readUpdateFields(data);
    const again = (form: Omit<UpdateForm, 'week' | 'latest'>): Reply => ({
      kind: 'again',
      card: show(turn, form).card,
    });
    const { error } = result;
    switch (error.kind) {
      case 'invalid-form':
        return again({ project: error.project, fields, problems: error.problems });
      case 'changed-meanwhile': {
        const { project, theirs } = error;
        return again({ project, fields: { ...fields, baseVersion: theirs.version }, theirs });
      }
      case 'unchanged-limit':
      case 'never-heard': {
        const { project } = error;
        const problem = error.kind === 'never-heard' ? 'summaryMissing' : 'unchangedLimit';
        const { latest } = project;
        const started = {
          ...fields,
          formId: ports.newId(),
          health: latest?.health ?? '',
          progress: latest?.progress,
        };
        return again({ project, fields: started, problems: [{ field: 'summary', problem }] });
      }
      default:
        return sentence(explain(turn, error));
    }
  };

  /** The project and the week that a button names. */
  const findWeek = async (data: ActionData): Promise<{ project: Project; week: Week } | undefined> => {
    const project = await projects.find(textIn(data, 'projectKey'));
    const week = data.week === undefined ? thisWeek() : parseWeek(data.week);
    return project && week && { project, week };
  };

  const versions = async ({ actor, translator }: Turn, data: ActionData): Promise<Reply> => {
    const { t } = translator;
    const found = await findWeek(data);
    if (!found) return sentence(t('update.unknownProject'));
    const { project, week } = found;
    if (!mayReport(actor, project)) return sentence(t('update.refused.project', { project: project.name }));
    const all = await updates.listVersions(week, project.key);
    return all.length === 0
      ? sentence(t('update.noVersion', { week: weekNumber(week) }))
      : { kind: 'card', card: versionsCard(translator, project, all) };
  };

  return {
    commands: [
      {
        name: 'update',
        words: { fr: ['maj', 'mise à jour'], en: ['update'] },
        takesText: true,
        shownTo: 'referent',
        run: open,
      },
    ],
    freeText: (turn, message) => propose(turn, message),
    actions: [
      {
        verb: 'update.open',
        run: async (turn, data) => {
          const project =
            data.originalText === undefined ? undefined : await projects.find(textIn(data, 'projectKey'));
          return toPresser(
            turn.translator,
            project
              ? await openForm(turn, project, thisWeek(), textIn(data, 'originalText'))
              : await open(turn, textIn(data, 'projectKey')),
          );
        },
      },
      {
        verb: 'update.edit',
        run: async (turn, data) => {
          const found = await findWeek(data);
          if (!found) return sentence(turn.translator.t('update.unknownProject'));
          return toPresser(turn.translator, await openForm(turn, found.project, found.week));
        },
      },
      {
        verb: 'update.versions',
        run: async (turn, data) => toPresser(turn.translator, await versions(turn, data)),
      },
      {
        verb: 'update.submit',
        run: async (turn, data) =>
          answer(turn, data, await ports.submit(turn.actor, textIn(data, 'projectKey'), data)),
      },
      {
        verb: 'update.unchanged',
        run: async (turn, data) =>
          answer(turn, data, await ports.repeat(turn.actor, textIn(data, 'projectKey'), data.formId)),
      },
    ],
  };
}

type Explained = Exclude<
  SubmitUpdateError | RepeatUpdateError,
  { kind: 'invalid-form' | 'changed-meanwhile' | 'unchanged-limit' | 'never-heard' }
>;

function explain({ translator: { t } }: Turn, error: Explained): string {
  switch (error.kind) {
    case 'unknown-project':
      return t('update.unknownProject');
    case 'not-allowed':
      return t('update.refused.project', { project: error.project.name });
    case 'closed-project':
      return t('update.refused.done', { project: error.project.name });
    case 'closed-week':
      return t('update.refused.week');
  }
}
