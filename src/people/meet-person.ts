import type { Address } from '../chat/address.ts';
import type { Roster } from '../chat/roster.ts';
import type { Sender } from '../chat/turn.ts';
import { type Clock, plusSeconds } from '../shared/clock.ts';
import type { Language } from '../shared/language.ts';
import { type Person, type PersonStore, roleOf } from './person.ts';

export interface MeetPersonPorts {
  readonly people: Pick<PersonStore, 'find' | 'change'>;
  readonly roster: Roster;
  /** Entra object ids of those who are leads until a lead decides otherwise. */
  readonly leadIds: ReadonlySet<string>;
  readonly defaultLanguage: () => Promise<Language>;
  readonly now: Clock;
}

/**
 * Who the sender is to us, with the role that counts. The first contact makes a partner (a lead if so configured) and
 * asks Teams whether they are a guest; afterwards only what is new is written. When Teams does not say, nothing
 * changes for the person, and it is asked again the day after.
 */
export function meetPerson({ people, roster, leadIds, defaultLanguage, now }: MeetPersonPorts) {
  return async (sender: Sender, address: Address): Promise<Person> => {
    const known = await people.find(sender.id);
    const isAsked = isGuestQuestionDue(known, now());
    const answer = isAsked ? await roster.isGuest(address, sender.teamsId) : undefined;
    const language = known?.language ?? sender.language ?? (await defaultLanguage());
    const met = (person: Person | undefined): Person => ({
      ...person,
      id: sender.id,
      // Events such as an installation name nobody.
      name: sender.name || (person?.name ?? ''),
      role: leadIds.has(sender.id) && !person?.roleSetById ? 'lead' : (person?.role ?? 'partner'),
      language: person?.language ?? language,
      firstSeenAt: person?.firstSeenAt ?? now(),
      personalAddress: address.kind === 'personal' ? address : person?.personalAddress,
      isGuest: person?.isGuest ?? answer,
      guestAskedAt: isAsked ? now() : person?.guestAskedAt,
    });
    const person = known && isSame(known, met(known)) ? known : await people.change(sender.id, met);
    return { ...person, role: roleOf(person) };
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

/** The bot is no longer in their chat: there is nowhere to write to them until they come back. */
export function forgetChat({ people }: Pick<MeetPersonPorts, 'people'>) {
  return async (id: string): Promise<void> => {
    const known = await people.find(id);
    if (!known?.personalAddress) return;
    await people.change(id, (person) => ({ ...(person ?? known), personalAddress: undefined }));
  };
}

/** The language the bot speaks to them from now on, whatever their Teams speaks. */
export function chooseLanguage({ people }: Pick<MeetPersonPorts, 'people'>) {
  return async (id: string, language: Language): Promise<void> => {
    const known = await people.find(id);
    if (!known || known.language === language) return;
    await people.change(id, (person) => ({ ...(person ?? known), language }));
  };
}

const daySeconds = 86_400;

const isGuestQuestionDue = (known: Person | undefined, now: string): boolean =>
  known?.isGuest === undefined &&
  (known?.guestAskedAt === undefined || plusSeconds(known.guestAskedAt, daySeconds) <= now);

const isSame = (a: Person, b: Person): boolean =>
  a.name === b.name &&
  a.role === b.role &&
  a.isGuest === b.isGuest &&
  a.guestAskedAt === b.guestAskedAt &&
  a.personalAddress?.conversationId === b.personalAddress?.conversationId &&
  a.personalAddress?.serviceUrl === b.personalAddress?.serviceUrl;
