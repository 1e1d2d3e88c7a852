import type { ActionData, Card } from '../chat/card.ts';
import { privately, type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { Project, ProjectStore } from '../projects/project.ts';
import type { Calendar } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { type answerDecision, mayAnswer, readAnswer } from './answer-decision.ts';
import { type findDecision, isOpen } from './close-decision.ts';
import type { ClosedDecision, DecisionStore, OpenDecision } from './decision.ts';
import { answerFormCard, decisionReceiptCard, decisionsCard, type ListedDecision } from './decision-card.ts';
import { mayWithdraw, type withdrawDecision } from './withdraw-decision.ts';

export interface DecisionRoutesPorts {
  readonly decisions: Pick<DecisionStore, 'listOpen'>;
  readonly projects: Pick<ProjectStore, 'find' | 'list'>;
  readonly find: ReturnType<typeof findDecision>;
  readonly answer: ReturnType<typeof answerDecision>;
  readonly withdraw: ReturnType<typeof withdrawDecision>;
  readonly calendar: Calendar;
  readonly now: Clock;
}

export function decisionRoutes(ports: DecisionRoutesPorts): Routes {
  const { decisions, projects, find, calendar, now } = ports;
  const thisWeek = () => calendar.weekOf(now());

  const list = async ({ actor, translator }: Turn, page = 0, notice?: string): Promise<Card> => {
    const [open, all] = await Promise.all([decisions.listOpen(), projects.list()]);
    const byKey = new Map(all.map((project) => [project.key, project]));
    const listed = open.map((decision): ListedDecision => {
      const project = byKey.get(decision.projectKey);
      return {
        decision,
        projectName: nameOf(decision, project),
        may: mayAnswer(actor) ? 'answer' : mayWithdraw(actor, project) ? 'withdraw' : 'read',
      };
    });
    return decisionsCard(translator, { listed, page, thisWeek: thisWeek(), notice });
  };

  const form = async (
    { translator }: Turn,
    decision: OpenDecision,
    answer = '',
    problem?: 'answerMissing' | 'answerLong',
  ): Promise<Card> =>
    answerFormCard(translator, {
      decision,
      projectName: nameOf(decision, await projects.find(decision.projectKey)),
      thisWeek: thisWeek(),
      answer,
      problem,
    });

  const receipt = async ({ actor, translator }: Turn, decision: ClosedDecision): Promise<Card> =>
    decisionReceiptCard(translator, {
      decision,
      projectName: nameOf(decision, await projects.find(decision.projectKey)),
      readerId: actor.id,
      calendar,
    });

  /** The button is there for everybody; the form is for the lead who pressed. */
  const open = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const { t } = turn.translator;
    if (!mayAnswer(turn.actor)) return sentence(t('decisions.refused.answer'));
    const decision = await find(data.decisionId);
    if (!decision) return sentence(t('decisions.unknown'));
    return privately(
      turn.translator,
      await (isOpen(decision) ? form(turn, decision) : receipt(turn, decision)),
    );
  };

  const answer = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const { t } = turn.translator;
    const result = await ports.answer(turn.actor, data.decisionId, data.answer);
    if (result.ok) return { kind: 'replace', card: await receipt(turn, result.value) };
    switch (result.error.kind) {
      case 'not-allowed':
        return sentence(t('decisions.refused.answer'));
      case 'unknown-decision':
        return sentence(t('decisions.unknown'));
      case 'invalid-answer': {
        const { decision, problem } = result.error;
        return { kind: 'again', card: await form(turn, decision, readAnswer(data.answer), problem) };
      }
    }
  };

  /** From a list (its button says the page) the list stays; from a form the receipt takes its place. */
  const withdraw = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const { t } = turn.translator;
    const result = await ports.withdraw(turn.actor, data.decisionId);
    if (!result.ok) {
      if (result.error.kind === 'unknown-decision') return sentence(t('decisions.unknown'));
      const { project } = result.error;
      return sentence(
        project
          ? t('decisions.refused.withdraw', { project: project.name })
          : t('decisions.refused.withdrawUnknown'),
      );
    }
    if (data.page === undefined) return { kind: 'replace', card: await receipt(turn, result.value) };
    const notice = t(`decisions.ended.${result.value.state.kind}`);
    return { kind: 'again', card: await list(turn, pageOf(data), notice) };
  };

  return {
    commands: [
      {
        name: 'decisions',
        words: { fr: ['décisions'], en: ['decisions'] },
        takesText: false,
        shownTo: 'partner',
        run: async (turn) => ({ kind: 'card', card: await list(turn) }),
      },
    ],
    actions: [
      {
        verb: 'decision.list',
        run: async (turn, data) => ({ kind: 'again', card: await list(turn, pageOf(data)) }),
      },
      { verb: 'decision.open', run: open },
      { verb: 'decision.answer', run: answer },
      { verb: 'decision.withdraw', run: withdraw },
    ],
  };
}

const nameOf = ({ projectKey }: { projectKey: string }, project: Project | undefined): string =>
  project?.name ?? projectKey;

const pageOf = ({ page }: ActionData): number =>
  typeof page === 'number' && Number.isInteger(page) && page >= 0 ? page : 0;
