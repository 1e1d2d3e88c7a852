import type { Address } from '../chat/address.ts';
import type { Sender } from '../chat/turn.ts';
import type { Clock } from '../shared/clock.ts';
import type { Language } from '../shared/language.ts';
import type { Person, PersonStore } from './person.ts';

export interface MeetPersonPorts {
  readonly people: Pick<PersonStore, 'find' | 'change'>;
  /** Entra object ids of those who are leads from their first word. */
  readonly leadIds: ReadonlySet<string>;
  readonly defaultLanguage: Language;
  readonly now: Clock;
}

/**
 * Who the sender is to us. The first contact makes a partner (a lead if so configured); afterwards the role is the
 * stored one, and only a new name or personal chat is written.
 */
export function meetPerson({ people, leadIds, defaultLanguage, now }: MeetPersonPorts) {
  return async (sender: Sender, address: Address): Promise<Person> => {
    const known = await people.find(sender.id);
    const met = (person: Person | undefined): Person => ({
      ...person,
      id: sender.id,
      // Events such as an installation name nobody.
      name: sender.name || (person?.name ?? ''),
      role: person?.role ?? (leadIds.has(sender.id) ? 'lead' : 'partner'),
      language: person?.language ?? sender.language ?? defaultLanguage,
      firstSeenAt: person?.firstSeenAt ?? now(),
      personalAddress: address.kind === 'personal' ? address : person?.personalAddress,
    });
    return known && isSame(known, met(known)) ? known : people.change(sender.id, met);
  };
}

/** True once a person: the first time the bot is added to their chat. Teams tells of an installation more than once. */
export function welcomePerson({ people, now }: Pick<MeetPersonPorts, 'people' | 'now'>) {
  return async (id: string): Promise<boolean> => {
    let isFirst = false;
    const known = await people.find(id);
    if (!known || known.welcomedAt) return false;
    await people.change(id, (person) => {
      isFirst = !(person ?? known).welcomedAt;
      return { ...(person ?? known), welcomedAt: (person ?? known).welcomedAt ?? now() };
    });
    return isFirst;
  };
}

const isSame = (a: Person, b: Person): boolean =>
  a.name === b.name &&
  a.role === b.role &&
  a.personalAddress?.conversationId === b.personalAddress?.conversationId &&
  a.personalAddress?.serviceUrl === b.personalAddress?.serviceUrl;
