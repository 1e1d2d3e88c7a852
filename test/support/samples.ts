import type { Address } from '../../src/chat/address.ts';
import {
  type Answered,
  type ClosedDecision,
  decisionIdOf,
  type OpenDecision,
  questionIdOf,
} from '../../src/decisions/decision.ts';
import type { OutboxMessage } from '../../src/outbox/outbox.ts';
import type { Person } from '../../src/people/person.ts';
import type { Project } from '../../src/projects/project.ts';
import type { Actor } from '../../src/shared/actor.ts';
import type { Week } from '../../src/shared/calendar.ts';
import type { Update } from '../../src/updates/update.ts';

/** Nouns for tests: usual values, and what the test is about given by name. */

export const week = (text: string): Week => text as Week;

export const actor = (given: Partial<Actor> = {}): Actor => ({
  id: 'person-1',
  name: 'Léa',
  role: 'referent',
  language: 'fr',
  ...given,
});

export const person = (given: Partial<Person> = {}): Person => ({
  ...actor(given),
  firstSeenAt: '2026-11-02T00:00:00.000Z',
  ...given,
});

export const project = (given: Partial<Project> = {}): Project => ({
  key: 'SPNC',
  name: 'Portail service-public.nc',
  programme: 'accompagnement',
  organisation: 'DINUM',
  description: '',
  state: 'active',
  referentId: 'person-1',
  aliases: [],
  revision: 1,
  changes: [],
  ...given,
});

export const update = (given: Partial<Omit<Update, 'version'>> = {}): Omit<Update, 'version'> => ({
  projectKey: 'SPNC',
  week: week('2026-W47'),
  health: 'onTrack',
  progress: 62,
  summary: 'Douze fiches relues.',
  done: ['12 fiches relues'],
  next: ['Atelier des contributeurs'],
  risks: [],
  decisions: [],
  unchangedWeeks: 0,
  authorId: 'person-1',
  authorName: 'Léa',
  at: '2026-11-17T22:00:00.000Z',
  ...given,
});

export const decision = (given: Partial<Omit<OpenDecision, 'id' | 'state'>> = {}): OpenDecision => {
  const asked = {
    projectKey: 'SPNC',
    question: 'Faut-il ouvrir le portail aux communes ?',
    askedWeek: week('2026-W47'),
    position: 0,
    askedAt: '2026-11-17T22:00:00.000Z',
    askedById: 'person-1',
    askedByName: 'Léa',
    ...given,
  };
  const first = { week: asked.askedWeek, version: 1 };
  const id = decisionIdOf(questionIdOf(asked.projectKey, asked.question), first);
  return { lastAsked: first, ...asked, id, state: { kind: 'open' } };
};

export const answered = (
  open: OpenDecision = decision(),
  given: Partial<Answered> = {},
): ClosedDecision<Answered> => ({
  ...open,
  state: {
    kind: 'answered',
    answer: 'Oui, dès janvier.',
    byId: 'lead-1',
    byName: 'Léa Responsable',
    at: '2026-11-19T22:00:00.000Z',
    ...given,
  },
});

export const channelAddress = (conversationId = '19:general@thread.tacv2'): Address => ({
  kind: 'channel',
  tenantId: 'tenant',
  serviceUrl: 'http://127.0.0.1:1/',
  conversationId,
  botId: '28:transfo',
  teamId: '19:general@thread.tacv2',
});

export const message = (given: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id: 'digest~2026-W47~19:general@thread.tacv2~1',
  day: '2026-11-22',
  about: { kind: 'digest', conversationId: '19:general@thread.tacv2', week: week('2026-W47') },
  address: channelAddress(),
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Point hebdo' }] },
  ifUnknown: 'repeat',
  repeatNote: 'Message renvoyé',
  ...given,
});
