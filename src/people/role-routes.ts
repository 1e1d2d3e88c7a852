import type { ActionData } from '../chat/card.ts';
import { privately, type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { GiveRoleError, giveRole, listRoles } from './give-role.ts';
import type { PersonStore } from './person.ts';
import { peopleTypeahead } from './person-choices.ts';
import { peoplePerPage, type RolesForm, rolesCard } from './role-card.ts';

export interface RoleRoutesPorts {
  readonly people: Pick<PersonStore, 'list'>;
  readonly list: ReturnType<typeof listRoles>;
  readonly give: ReturnType<typeof giveRole>;
}

export function roleRoutes({ people, list, give }: RoleRoutesPorts): Routes {
  const form = async (
    { actor, translator }: Turn,
    data: ActionData,
    told: Pick<RolesForm, 'given' | 'problem'> = {},
  ) => {
    const listed = await list(actor);
    if (!listed.ok) return undefined;
    const chosen = told.given ? { personId: '', role: '' } : chosenOf(data);
    return rolesCard(translator, { people: listed.value, from: pageOf(data), ...chosen, ...told });
  };

  const open = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const { t } = turn.translator;
    const card = await form(turn, data);
    if (!card) return sentence(t('people.refused'));
    // Turning a page stays in the same card.
    if (data.from !== undefined) return { kind: 'again', card };
    return privately(turn.translator, card);
  };

  const save = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const { t } = turn.translator;
    const { personId, role } = chosenOf(data);
    const result = await give(turn.actor, personId, role);
    // The list is not for them any more.
    if (result.ok && result.value.id === turn.actor.id && result.value.role !== 'lead')
      return sentence(t('people.steppedDown'));
    const told = result.ok ? { given: result.value } : { problem: explain(turn, result.error) };
    const card = await form(turn, data, told);
    if (!card) return sentence(t('people.refused'));
    return { kind: result.ok ? 'replace' : 'again', card };
  };

  return {
    actions: [
      { verb: 'roles.open', run: open },
      // The card of everybody with that person chosen.
      { verb: 'role.open', run: open },
      { verb: 'role.save', run: save },
    ],
    typeaheads: [peopleTypeahead({ people })],
  };
}

const chosenOf = ({ personId, role }: ActionData) => ({
  personId: typeof personId === 'string' ? personId : '',
  role: typeof role === 'string' ? role : '',
});

/** Only whole pages: anything else is the first one. */
const pageOf = ({ from }: ActionData): number =>
  typeof from === 'number' && Number.isInteger(from) && from > 0 && from % peoplePerPage === 0 ? from : 0;

function explain({ translator: { t } }: Turn, error: GiveRoleError): NonNullable<RolesForm['problem']> {
  switch (error.kind) {
    case 'not-allowed':
      return { field: 'role', text: t('people.refused') };
    case 'unknown-person':
      return { field: 'personId', text: t('people.problems.person') };
    case 'unknown-role':
      return { field: 'role', text: t('people.problems.role') };
    case 'guest':
      return { field: 'role', text: t('people.problems.guest', { name: error.person.name }) };
    case 'last-lead':
      return { field: 'role', text: t('people.problems.lastLead', { name: error.person.name }) };
  }
}
