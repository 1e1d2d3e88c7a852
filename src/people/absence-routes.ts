import type { ActionData } from '../chat/card.ts';
import { privately, type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { Result } from '../shared/result.ts';
import { readAbsenceFields } from './absence.ts';
import { type AbsenceForm, absenceCard, absencesPerPage } from './absence-card.ts';
import type { AbsencePlan, PlanAbsenceError, planAbsence } from './plan-absence.ts';

export interface AbsenceRoutesPorts {
  readonly plan: ReturnType<typeof planAbsence>;
}

export function absenceRoutes({ plan }: AbsenceRoutesPorts): Routes {
  const draw = (
    { actor, translator }: Turn,
    shown: AbsencePlan,
    look: Partial<Pick<AbsenceForm, 'fields' | 'problems' | 'done' | 'skip'>> = {},
  ) => {
    const isOwn = shown.person.id === actor.id;
    return absenceCard(translator, { plan: shown, isOwn, fields: readAbsenceFields({}), ...look });
  };

  const open = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const shown = await plan.show(turn.actor, readAbsenceFields(data).personId);
    if (!shown.ok) return sentence(explain(turn, shown.error));
    const card = draw(turn, shown.value, { skip: skipOf(data) });
    // Turning a page stays in the same card.
    if (data.skip !== undefined) return { kind: 'again', card };
    return privately(turn.translator, card);
  };

  const answer = (
    turn: Turn,
    data: ActionData,
    done: AbsenceForm['done'],
    result: Result<AbsencePlan, PlanAbsenceError>,
  ): Reply => {
    if (result.ok) return { kind: 'replace', card: draw(turn, result.value, { done }) };
    if (result.error.kind !== 'invalid-form') return sentence(explain(turn, result.error));
    const { plan: shown, problems } = result.error;
    return { kind: 'again', card: draw(turn, shown, { fields: readAbsenceFields(data), problems }) };
  };

  return {
    commands: [
      {
        name: 'absence',
        words: { fr: ['absence', 'absences'], en: ['leave', 'absence'] },
        takesText: false,
        shownTo: 'referent',
        run: (turn) => open(turn, {}),
      },
    ],
    actions: [
      { verb: 'absence.open', run: open },
      {
        verb: 'absence.save',
        run: async (turn, data) => answer(turn, data, 'saved', await plan.save(turn.actor, data)),
      },
      {
        verb: 'absence.remove',
        run: async (turn, data) => {
          const { personId, from } = readAbsenceFields(data);
          return answer(turn, data, 'removed', await plan.remove(turn.actor, personId, from));
        },
      },
    ],
  };
}

const skipOf = ({ skip }: ActionData): number =>
  typeof skip === 'number' && Number.isInteger(skip) && skip > 0 && skip % absencesPerPage === 0 ? skip : 0;

const explain = ({ translator: { t } }: Turn, { kind }: PlanAbsenceError): string =>
  t(kind === 'not-theirs' ? 'absence.refused.other' : 'absence.refused.role');
