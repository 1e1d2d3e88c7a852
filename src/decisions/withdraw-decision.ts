import { mayReport, type Project } from '../projects/project.ts';
import type { Actor } from '../shared/actor.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import { type CloseDecisionPorts, closeDecision, findDecision, isOpen } from './close-decision.ts';
import type { ClosedDecision } from './decision.ts';

export type WithdrawDecisionError =
  | { readonly kind: 'not-allowed'; readonly project: Project | undefined }
  | { readonly kind: 'unknown-decision' };

/** Who asks may withdraw: the référent, the deputy, and the mission. */
export const mayWithdraw = (actor: Pick<Actor, 'id' | 'role'>, project: Project | undefined): boolean =>
  project ? mayReport(actor, project) : isAtLeast(actor.role, 'staff');

/** Withdraws a question. One that is closed already stays as it is and is given back. */
export function withdrawDecision(ports: CloseDecisionPorts) {
  const find = findDecision(ports);
  const close = closeDecision(ports);
  return async (actor: Actor, id: unknown): Promise<Result<ClosedDecision, WithdrawDecisionError>> => {
    const decision = await find(id);
    if (!decision) return err({ kind: 'unknown-decision' });
    const project = await ports.projects.find(decision.projectKey);
    if (!mayWithdraw(actor, project)) return err({ kind: 'not-allowed', project });
    if (!isOpen(decision)) return ok(decision);

    const { id: byId, name: byName } = actor;
    const closed = await close(decision, { kind: 'withdrawn', byId, byName, at: ports.now() });
    return ok(closed.decision);
  };
}
