import type { RecordChange } from '../audit/audit.ts';
import type { Actor } from '../shared/actor.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast, type Role, roles } from '../shared/role.ts';
import { type Person, type PersonStore, roleOf } from './person.ts';

export interface GiveRolePorts {
  readonly people: PersonStore;
  readonly record: RecordChange;
}

export type GiveRoleError =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'unknown-role' }
  | { readonly kind: 'guest'; readonly person: Person }
  | { readonly kind: 'last-lead'; readonly person: Person };

/** Gives somebody known a role; the mission always keeps a lead. Giving the role they have changes nothing. */
export function giveRole({ people, record }: GiveRolePorts) {
  const hasLead = async () => (await people.list()).some((person) => roleOf(person) === 'lead');
  const give = (person: Person, role: Role, setById: string | undefined) =>
    people.change(person.id, (stored) => ({ ...(stored ?? person), role, roleSetById: setById }));

  return async (actor: Actor, personId: string, wanted: unknown): Promise<Result<Person, GiveRoleError>> => {
    if (!isAtLeast(actor.role, 'lead')) return err({ kind: 'not-allowed' });
    const person = await people.find(personId);
    if (!person) return err({ kind: 'unknown-person' });
    const role = roles.find((one) => one === wanted);
    if (!role) return err({ kind: 'unknown-role' });
    if (person.isGuest && role !== 'partner') return err({ kind: 'guest', person });
    if (person.role === role) return ok(person);

    const changed = await give(person, role, actor.id);
    // Looked at afterwards: two leads who take the role from each other at the same moment both see none left.
    if (person.role === 'lead' && !(await hasLead())) {
      await give(person, 'lead', person.roleSetById);
      return err({ kind: 'last-lead', person });
    }
    await record(actor, {
      action: 'role.save',
      about: person.id,
      before: { role: person.role },
      after: { role },
    });
    return ok(changed);
  };
}

/** Everybody who spoke to the bot, for the one who gives roles: highest role first, then by name. */
export function listRoles({ people }: Pick<GiveRolePorts, 'people'>) {
  return async (actor: Actor): Promise<Result<Person[], { kind: 'not-allowed' }>> => {
    if (!isAtLeast(actor.role, 'lead')) return err({ kind: 'not-allowed' });
    const rank = (person: Person) => roles.indexOf(roleOf(person));
    return ok((await people.list()).sort((a, b) => rank(b) - rank(a) || byName(a, b)));
  };
}

const { compare } = new Intl.Collator('fr');
const byName = (a: Person, b: Person): number => compare(a.name, b.name) || compare(a.id, b.id);
