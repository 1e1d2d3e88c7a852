import type { ActionData } from '../chat/card.ts';
import { type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import { findProjects, latestText, mayReport, type Project, type ProjectStore } from '../projects/project.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import type { Ulid } from '../shared/ids.ts';
import { isAtLeast } from '../shared/role.ts';
import type { SubmitUpdateError, submitUpdate } from './submit-update.ts';
import { itemFields, readUpdateFields, type Update, type UpdateFields, type UpdateStore } from './update.ts';
import { chooseProjectCard, formCard, receiptCard } from './update-card.ts';

export interface UpdateRoutesPorts {
  readonly projects: Pick<ProjectStore, 'find' | 'list'>;
  readonly updates: Pick<UpdateStore, 'find'>;
  readonly submit: ReturnType<typeof submitUpdate>;
  readonly calendar: Calendar;
  readonly now: Clock;
  readonly newId: () => Ulid;
}

export function updateRoutes(ports: UpdateRoutesPorts): Routes {
  const { projects, submit, calendar, now } = ports;

  /** `typed`: a key or a name, perhaps in part; empty asks which of the person's own projects. */
  const open = async (turn: Turn, typed: string): Promise<Reply> => {
    const { t } = turn.translator;
    if (!isAtLeast(turn.actor.role, 'referent')) return sentence(t('update.refused.role'));
    const reportable = (await projects.list()).filter((p) => p.state !== 'done' && mayReport(turn.actor, p));
    if (typed === '') return choose(turn, reportable);

    const found = findProjects(typed, await projects.list());
    const [project] = found;
    if (!project) return choose(turn, reportable, t('update.unknownProject'));
    if (found.length > 1)
      return choose(
        turn,
        found.filter((one) => reportable.includes(one)),
        t('update.severalProjects'),
      );
    if (!mayReport(turn.actor, project))
      return sentence(t('update.refused.project', { project: project.name }));
    if (project.state === 'done') return sentence(t('update.refused.done', { project: project.name }));
    return { kind: 'card', card: await emptyForm(turn, project) };
  };

  const choose = (
    turn: Turn,
    among: readonly Project[],
    question = turn.translator.t('update.which'),
  ): Reply =>
    among.length === 0
      ? sentence(turn.translator.t('update.noProject'))
      : { kind: 'card', card: chooseProjectCard(turn.translator, question, among) };

  const emptyForm = async (turn: Turn, project: Project) => {
    const last = project.latest && (await ports.updates.find(project.latest.week, project.key));
    return form(turn, project, prefilled(ports.newId(), project, last));
  };

  const form = (
    { translator }: Turn,
    project: Project,
    fields: UpdateFields,
    problems: Refused['problems'] = [],
  ) => {
    const week = calendar.weekOf(now());
    return formCard(translator, {
      project,
      week,
      latest: latestText(translator, project, week),
      fields,
      problems,
    });
  };

  const submitted = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const result = await submit(turn.actor, textOf(data.projectKey), data);
    if (result.ok) {
      return {
        kind: 'replace',
        card: receiptCard(turn.translator, result.value.update, result.value.project),
      };
    }
    if (result.error.kind !== 'invalid-form') return sentence(explain(turn, result.error));
    const { project, problems } = result.error;
    return { kind: 'again', card: form(turn, project, readUpdateFields(data), problems) };
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
    actions: [
      {
        verb: 'update.open',
        run: async (turn, data) => inPrivate(turn, await open(turn, textOf(data.projectKey))),
      },
      { verb: 'update.submit', run: submitted },
    ],
  };
}

/** A button of the digest is there for everybody; the form it opens is for the one who pressed. */
const inPrivate = ({ translator: { t } }: Turn, reply: Reply): Reply =>
  reply.kind === 'card'
    ? {
        kind: 'private',
        card: reply.card,
        notice: t('chat.sentPrivately'),
        unreachable: t('chat.unreachable'),
      }
    : reply;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Refused = Extract<SubmitUpdateError, { kind: 'invalid-form' }>;

function explain({ translator: { t } }: Turn, error: Exclude<SubmitUpdateError, Refused>): string {
  switch (error.kind) {
    case 'unknown-project':
      return t('update.unknownProject');
    case 'not-allowed':
      return t('update.refused.project', { project: error.project.name });
    case 'closed-project':
      return t('update.refused.done', { project: error.project.name });
  }
}

/** What carries over from the last update: what is still true until the référent says otherwise. */
function prefilled(formId: Ulid, project: Project, last: Update | undefined): UpdateFields {
  const lines = Object.fromEntries(itemFields.map((field) => [field, ''])) as Pick<
    UpdateFields,
    'done' | 'next' | 'risks' | 'decisions'
  >;
  return {
    ...lines,
    formId,
    projectKey: project.key,
    health: last?.health ?? '',
    progress: last?.progress,
    summary: '',
    risks: last?.risks.join('\n') ?? '',
  };
}
