import type { Actor } from '../shared/actor.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import { cleanText, isLonger } from '../shared/text.ts';
import { type CloseDecisionPorts, closeDecision, findDecision, isOpen } from './close-decision.ts';
import { answerLimit, type ClosedDecision, type OpenDecision } from './decision.ts';

export type AnswerDecisionError =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-decision' }
  | {
      readonly kind: 'invalid-answer';
      readonly decision: OpenDecision;
      readonly problem: 'answerMissing' | 'answerLong';
    };

export const mayAnswer = (actor: Pick<Actor, 'role'>): boolean => isAtLeast(actor.role, 'lead');

/**
 * The lead answers a decision. Answering again (a double click, a redelivery, another lead) changes nothing and gives
 * what was recorded; so does answering what was withdrawn meanwhile.
 */
export function answerDecision(ports: CloseDecisionPorts) {
  const find = findDecision(ports);
  const close = closeDecision(ports);
  return async (
    actor: Actor,
    id: unknown,
    typed: unknown,
  ): Promise<Result<ClosedDecision, AnswerDecisionError>> => {
    if (!mayAnswer(actor)) return err({ kind: 'not-allowed' });
    const decision = await find(id);
    if (!decision) return err({ kind: 'unknown-decision' });
    if (!isOpen(decision)) return ok(decision);

    const answer = cleanText(readAnswer(typed));
    if (answer === '') return err({ kind: 'invalid-answer', decision, problem: 'answerMissing' });
    if (isLonger(answer, answerLimit))
      return err({ kind: 'invalid-answer', decision, problem: 'answerLong' });

    const { id: byId, name: byName } = actor;
    const closed = await close(decision, { kind: 'answered', answer, byId, byName, at: ports.now() });
    return ok(closed.decision);
  };
}

/** What was typed, whatever arrived; what no form of ours sends is nothing. */
export const readAnswer = (typed: unknown): string =>
  typeof typed === 'string' && typed.length <= longest ? typed : '';

/** More than any valid answer holds; what is longer was not typed into our card. */
const longest = 20_000;
