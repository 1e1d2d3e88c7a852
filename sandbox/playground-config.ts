/**
 * The people and places of the sandbox. The Agents Playground insists on a current user and exactly five others, all
 * ids different; the current user is the one who writes in the browser.
 */
export interface SandboxPerson {
  /** Entra object id, `from.aadObjectId` of what this person sends. */
  readonly id: string;
  /** `from.id` of what this person sends. */
  readonly channelUserId: string;
  readonly name: string;
  readonly role: 'lead' | 'staff' | 'referent' | 'partner';
}

export const TENANT_ID = '7f0e6f3a-0000-4000-8000-000000000001';
export const BOT = { id: '28:transfo', name: 'Transfo' };
export const TEAM = { id: '19:general-transfo@thread.tacv2', name: 'Mission transformation numérique' };
/** The Playground adds « General » by itself, with the team's id. */
export const SECOND_CHANNEL = { id: '19:simplification@thread.tacv2', name: 'Simplification' };

const person = (number: number, slug: string, name: string, role: SandboxPerson['role']): SandboxPerson => ({
  id: `7f0e6f3a-0000-4000-8000-00000000001${number}`,
  channelUserId: `29:${slug}`,
  name,
  role,
});

export const LEAD = person(0, 'responsable', 'Responsable de la mission', 'lead');
const STAFF = person(1, 'charge', 'Chargé de projet de la mission', 'staff');
export const REFERENTS = [
  person(2, 'referent-1', 'Référent administrations', 'referent'),
  person(3, 'referent-2', 'Référente établissements', 'referent'),
] as const;
const PARTNER = person(4, 'partenaire', 'Partenaire de la province', 'partner');
export const DEPUTY = person(5, 'suppleante', 'Suppléante des référents', 'referent');

/** Everybody of the sandbox, the one who writes in the browser first. */
export const PEOPLE: readonly SandboxPerson[] = [LEAD, STAFF, ...REFERENTS, PARTNER, DEPUTY];

/** The Playground's configuration file (it reads YAML, so JSON too). `userPrincipleName` is its own spelling. */
export function playgroundConfig(): string {
  const [currentUser, ...users] = PEOPLE.map((someone) => {
    const address = `${someone.channelUserId.slice('29:'.length)}@transfo.example`;
    const [givenName = '', ...surname] = someone.name.split(' ');
    return {
      id: someone.channelUserId,
      name: someone.name,
      userPrincipleName: address,
      aadObjectId: someone.id,
      givenName,
      surname: surname.join(' '),
      email: address,
    };
  });
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: TENANT_ID,
      bot: BOT,
      currentUser,
      users,
      personalChat: { id: 'a:personnel-responsable' },
      groupChat: { id: '19:groupe-comite@thread.v2', name: 'Comité de la mission' },
      team: { ...TEAM, aadGroupId: '7f0e6f3a-0000-4000-8000-000000000031', channels: [SECOND_CHANNEL] },
    },
    undefined,
    2,
  );
}
