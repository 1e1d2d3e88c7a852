import type { Project, ProjectStore } from '../projects/project.ts';
import type { Clock } from '../shared/clock.ts';
import {
  type Answered,
  type ClosedDecision,
  type Decision,
  type DecisionStore,
  type OpenDecision,
  parseDecisionId,
  yearsSince,
} from './decision.ts';

export interface CloseDecisionPorts {
  readonly decisions: Pick<DecisionStore, 'findOpen' | 'findClosed' | 'addClosed' | 'removeOpen'>;
  readonly projects: Pick<ProjectStore, 'find'>;
  /** Tells one person the answer; telling the same person twice sends one message. */
  readonly tell: (
    personId: string,
    decision: ClosedDecision<Answered>,
    project: Project | undefined,
  ) => Promise<void>;
  readonly now: Clock;
}

/** The decision with that id, open or closed; undefined for an id that is none of ours. A closed one counts before an open one. */
export function findDecision({ decisions, now }: Pick<CloseDecisionPorts, 'decisions' | 'now'>) {
  return async (id: unknown): Promise<Decision | undefined> => {
    const parsed = parseDecisionId(id);
    if (!parsed || typeof id !== 'string') return undefined;
    const [open, closed] = await Promise.all([
      decisions.findOpen(id),
      decisions.findClosed(id, yearsSince(parsed.asking.week, now())),
    ]);
    return closed ?? open;
  };
}

/**
 * Closes an open decision, once: whoever comes second gets what the first recorded. The closed one is written first,
 * so that what a crash leaves is finished by the repair job, messages included.
 */
export function closeDecision(ports: CloseDecisionPorts) {
  const finish = finishClosing(ports);
  return async (
    decision: OpenDecision,
    end: ClosedDecision['state'],
  ): Promise<{ decision: ClosedDecision; isOurs: boolean }> => {
    const closed: ClosedDecision = { ...decision, state: end };
    const isOurs = await ports.decisions.addClosed(closed);
    const standing = isOurs
      ? closed
      : await ports.decisions.findClosed(decision.id, yearsSince(decision.askedWeek, end.at));
    if (!standing) throw new Error('a closed decision cannot be read back');
    await finish(standing);
    return { decision: standing, isOurs };
  };
}

/** What follows the closing: those concerned are told an answer, then the open row goes. Doing it again changes nothing. */
export function finishClosing({ decisions, projects, tell }: Omit<CloseDecisionPorts, 'now'>) {
  return async (decision: ClosedDecision): Promise<void> => {
    if (isAnswered(decision)) {
      const project = await projects.find(decision.projectKey);
      const concerned = new Set([decision.askedById, project?.referentId, project?.deputyId]);
      concerned.delete(decision.state.byId);
      for (const personId of concerned) if (personId) await tell(personId, decision, project);
    }
    await decisions.removeOpen(decision.id);
  };
}

const isAnswered = (decision: Decision): decision is ClosedDecision<Answered> =>
  decision.state.kind === 'answered';

export const isOpen = (decision: Decision): decision is OpenDecision => decision.state.kind === 'open';
