import { addWeeks, type Calendar } from '../shared/calendar.ts';
import type { Update, UpdateStore } from '../updates/update.ts';
import { type CloseDecisionPorts, closeDecision, finishClosing } from './close-decision.ts';
import {
  type Asking,
  type ClosedDecision,
  type DecisionStore,
  decisionIdOf,
  isLaterAsking,
  type OpenDecision,
  parseDecisionId,
  questionIdOf,
  yearsSince,
} from './decision.ts';

export interface RegisterDecisionsPorts extends CloseDecisionPorts {
  readonly decisions: DecisionStore;
  readonly updates: Pick<UpdateStore, 'find' | 'listOfWeek'>;
}

/**
 * Makes the register say what an update asks: its questions are open, and those that only an earlier version of it
 * asked are withdrawn. What counts is the current version, so that an old form delivered again takes nothing back.
 * Doing it again changes nothing.
 */
export function registerDecisions(ports: RegisterDecisionsPorts) {
  const register = registerCurrent(ports);
  return async ({ week, projectKey }: Update): Promise<void> => {
    const [current, open] = await Promise.all([
      ports.updates.find(week, projectKey),
      ports.decisions.listOpen(),
    ]);
    if (current) await register(current, open);
  };
}

/**
 * The repair job: an update is written before the register knows its questions, and a decision is closed before its
 * open row goes; this finishes what a crash left in either.
 */
export function repairDecisions(ports: RegisterDecisionsPorts & { readonly calendar: Calendar }) {
  const { decisions, updates, calendar, now } = ports;
  const register = registerCurrent(ports);
  const finish = finishClosing(ports);
  return async (): Promise<void> => {
    for (const { id, askedWeek } of await decisions.listOpen()) {
      const closed = await decisions.findClosed(id, yearsSince(askedWeek, now()));
      if (closed) await finish(closed);
    }
    const week = calendar.weekOf(now());
    for (const one of [addWeeks(week, -1), week]) {
      const open = await decisions.listOpen();
      for (const update of await updates.listOfWeek(one)) await register(update, open);
    }
  };
}

function registerCurrent(ports: RegisterDecisionsPorts) {
  const { decisions } = ports;
  const close = closeDecision(ports);

  const ask = async (
    update: Update,
    position: number,
    question: string,
    open: OpenDecision | undefined,
  ): Promise<void> => {
    if (open) {
      if (isLaterAsking(update, open.lastAsked)) await decisions.noteAsked(open.id, asking(update));
      return;
    }
    const questionId = questionIdOf(update.projectKey, question);
    const closed = await decisions.listClosed(questionId, yearsSince(update.week, ports.now()));
    if (closed.some((one) => isAskingOf(update, one))) return;
    await decisions.addOpen({
      id: decisionIdOf(questionId, update),
      projectKey: update.projectKey,
      question,
      askedWeek: update.week,
      position,
      askedAt: update.at,
      askedById: update.authorId,
      askedByName: update.authorName,
      lastAsked: asking(update),
      state: { kind: 'open' },
    });
  };

  return async (update: Update, allOpen: readonly OpenDecision[]): Promise<void> => {
    const open = new Map(
      allOpen
        .filter(({ projectKey }) => projectKey === update.projectKey)
        .map((decision) => [questionIdOf(update.projectKey, decision.question), decision]),
    );
    const asked = new Map(update.decisions.map((text) => [questionIdOf(update.projectKey, text), text]));
    for (const [position, [questionId, question]] of [...asked].entries()) {
      await ask(update, position, question, open.get(questionId));
    }
    for (const [questionId, decision] of open) {
      if (asked.has(questionId) || !isFromEarlierVersion(decision, update)) continue;
      await close(decision, {
        kind: 'withdrawn',
        byId: update.authorId,
        byName: update.authorName,
        at: update.at,
      });
    }
  };
}

const asking = ({ week, version }: Update): Asking => ({ week, version });

/** A question of an earlier week stays, whatever this week's update says of it. */
function isFromEarlierVersion({ id }: OpenDecision, update: Update): boolean {
  const first = parseDecisionId(id)?.asking;
  return first?.week === update.week && first.version < update.version;
}

/**
 * Whether what the update asks was closed already, and is not asked anew: the register saw that very asking or a later
 * one; or it was closed after the update was posted; or it was answered in the week whose update is only being
 * corrected.
 */
function isAskingOf(update: Update, { lastAsked, state }: ClosedDecision): boolean {
  return (
    !isLaterAsking(update, lastAsked) ||
    update.at < state.at ||
    (state.kind === 'answered' && update.week === lastAsked.week)
  );
}
