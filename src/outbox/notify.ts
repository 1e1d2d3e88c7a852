import type { Card } from '../chat/card.ts';
import { type Translator, translatorOf } from '../i18n/translate.ts';
import type { PersonStore } from '../people/person.ts';
import type { Instant } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { OutboxMessage } from './outbox.ts';

export interface NotifyPorts {
  readonly people: Pick<PersonStore, 'find'>;
  readonly enqueue: (message: OutboxMessage) => Promise<void>;
  readonly log: Log;
}

/** What a notice tells: `id` names it (`decision~…`), `at` is when it became true. The same one is sent to a person once. */
export interface Meaning {
  readonly id: string;
  readonly at: Instant;
}

/**
 * Queues a message to one person, in their language, in their chat with the bot. `unreachable` when they have none: the
 * log says so. A notice that may be out already is not repeated: a missing one is better than a doubled one.
 */
export function notify({ people, enqueue, log }: NotifyPorts) {
  return async (
    personId: string,
    meaning: Meaning,
    makeCard: (translator: Translator) => Card,
  ): Promise<'queued' | 'unreachable'> => {
    const id = `notice~${meaning.id}~${personId}`;
    const person = await people.find(personId);
    if (!person?.personalAddress) {
      log.warn('a person cannot be told: no personal chat', { id, personId });
      return 'unreachable';
    }
    await enqueue({
      id,
      // Of the meaning, not of today: told again later, it is found in the ledger.
      day: meaning.at.slice(0, 10),
      about: { kind: 'notice', personId },
      address: person.personalAddress,
      card: makeCard(translatorOf(person.language)),
      ifUnknown: 'drop',
      repeatNote: '',
    });
    return 'queued';
  };
}
