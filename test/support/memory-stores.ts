import { type AuditEntry, type AuditStore, monthOf } from '../../src/audit/audit.ts';
import type { Channel, ChannelStore } from '../../src/channels/channel.ts';
import {
  byAge,
  type ClosedDecision,
  type DecisionStore,
  isLaterAsking,
  type OpenDecision,
  questionIdOf,
} from '../../src/decisions/decision.ts';
import type { DigestStore, PublishedDigest } from '../../src/digests/digest.ts';
import type { OutboxEntry, OutboxQueue, OutboxStore, TakenRef } from '../../src/outbox/outbox.ts';
import type { Person, PersonStore } from '../../src/people/person.ts';
import { isLater, type Project, type ProjectStore } from '../../src/projects/project.ts';
import { defaultSettings, type Settings, type SettingsStore } from '../../src/settings/settings.ts';
import type { Update, UpdateStore } from '../../src/updates/update.ts';

/**
 * Every store in memory, for tests of what works with stores. test/contract holds them to what the tables do.
 * `seconds` is the queue's clock: moving it shows what was hidden.
 */
export function memoryStores() {
  const clock = { seconds: 0 };
  return {
    updates: memoryUpdates(),
    projects: memoryProjects(),
    decisions: memoryDecisions(),
    people: memoryPeople(),
    channels: memoryChannels(),
    digests: memoryDigests(),
    outbox: memoryOutbox(),
    settings: memorySettings(),
    audit: memoryAudit(),
    queue: memoryQueue(clock),
    clock,
  };
}

function memoryUpdates(): UpdateStore {
  const versions: Update[] = [];
  const forms = new Map<string, Update>();
  const formKey = (week: string, formId: string, authorId: string) => `${week} ${formId} ${authorId}`;
  const current = (week: string, key: string) =>
    versions.findLast((update) => update.week === week && update.projectKey === key);
  return {
    find: async (week, key) => current(week, key),
    listVersions: async (week, key) =>
      versions.filter((update) => update.week === week && update.projectKey === key),
    findByForm: async (week, formId, authorId) => forms.get(formKey(week, formId, authorId)),
    listOfProject: async (key, weeks) => weeks.flatMap((week) => current(week, key) ?? []),
    listOfWeek: async (week) =>
      [...new Set(versions.filter((update) => update.week === week).map(({ projectKey }) => projectKey))]
        .sort()
        .flatMap((key) => current(week, key) ?? []),
    async save(draft, formId) {
      const key = formKey(draft.week, formId, draft.authorId);
      const recorded = forms.get(key);
      if (recorded) return recorded;
      const update = { ...draft, version: (current(draft.week, draft.projectKey)?.version ?? 0) + 1 };
      versions.push(update);
      forms.set(key, update);
      return update;
    },
  };
}

function memoryProjects(): ProjectStore {
  const projects = new Map<string, Project>();
  return {
    find: async (key) => projects.get(key),
    list: async () => [...projects.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    add: async (project) => !projects.has(project.key) && projects.set(project.key, project) !== undefined,
    async save(project, expected) {
      const stored = projects.get(project.key);
      if (!stored) return 'missing';
      if (stored.revision !== expected) return 'changed';
      projects.set(project.key, { ...project, revision: expected + 1, latest: stored.latest });
      return 'saved';
    },
    async noteLatest(key, latest) {
      const project = projects.get(key);
      if (project && isLater(latest, project.latest)) projects.set(key, { ...project, latest });
    },
  };
}

function memoryDecisions(): DecisionStore {
  const open = new Map<string, OpenDecision>();
  const closed = new Map<string, ClosedDecision>();
  const questionOf = ({ projectKey, question }: OpenDecision | ClosedDecision) =>
    questionIdOf(projectKey, question);
  const find = (id: string) => [...open.values()].find((decision) => decision.id === id);
  const inYears = ({ state }: ClosedDecision, years: readonly string[]) =>
    years.includes(state.at.slice(0, 4));
  return {
    listOpen: async () => [...open.values()].sort(byAge),
    findOpen: async (id) => find(id),
    addOpen: async (decision) =>
      !open.has(questionOf(decision)) && open.set(questionOf(decision), decision) !== undefined,
    async noteAsked(id, lastAsked) {
      const decision = find(id);
      if (decision && isLaterAsking(lastAsked, decision.lastAsked))
        open.set(questionOf(decision), { ...decision, lastAsked });
    },
    async removeOpen(id) {
      const decision = find(id);
      if (decision) open.delete(questionOf(decision));
    },
    findClosed: async (id, years) => {
      const decision = closed.get(id);
      return decision && inYears(decision, years) ? decision : undefined;
    },
    listClosed: async (questionId, years) =>
      [...closed.values()].filter(
        (decision) => questionOf(decision) === questionId && inYears(decision, years),
      ),
    addClosed: async (decision) =>
      !closed.has(decision.id) && closed.set(decision.id, decision) !== undefined,
  };
}

function memoryPeople(): PersonStore {
  const people = new Map<string, Person>();
  return {
    find: async (id) => people.get(id),
    list: async () => [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async change(id, change) {
      const person = change(people.get(id));
      people.set(id, person);
      return person;
    },
  };
}

function memoryChannels(): ChannelStore {
  let bound: Channel | undefined;
  return {
    findBound: async () => bound,
    bind: async (channel) => {
      bound = channel;
    },
    unbind: async (conversationId) => {
      if (bound?.address.conversationId === conversationId) bound = undefined;
    },
  };
}

function memoryDigests(): DigestStore {
  const digests = new Map<string, PublishedDigest>();
  return {
    find: async (conversationId, week) => digests.get(`${conversationId} ${week}`),
    async claim(digest) {
      const key = `${digest.conversationId} ${digest.week}`;
      if (digests.has(key)) return false;
      digests.set(key, digest);
      return true;
    },
    async settle(conversationId, week, end) {
      const digest = digests.get(`${conversationId} ${week}`);
      if (digest) digests.set(`${conversationId} ${week}`, { ...digest, ...end });
    },
  };
}

function memoryOutbox(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    async add(entry) {
      if (entries.has(entry.message.id)) return false;
      entries.set(entry.message.id, entry);
      return true;
    },
    find: async ({ day, id }) => {
      const entry = entries.get(id);
      return entry?.message.day === day ? entry : undefined;
    },
    async move(entry, delivery) {
      const known = entries.get(entry.message.id);
      if (JSON.stringify(known?.delivery) !== JSON.stringify(entry.delivery)) return false;
      entries.set(entry.message.id, { message: entry.message, delivery });
      return true;
    },
    listUnsettled: async (day) =>
      [...entries.values()].filter(
        ({ message, delivery }) =>
          message.day === day && (delivery.state === 'pending' || delivery.state === 'sending'),
      ),
  };
}

function memorySettings(): SettingsStore {
  let settings: Settings = defaultSettings;
  return {
    get: async () => settings,
    change: async (change) => {
      settings = change(settings);
      return settings;
    },
  };
}

function memoryAudit(): AuditStore {
  const entries: AuditEntry[] = [];
  return {
    add: async (entry) => {
      entries.push(entry);
    },
    list: async (month) => entries.filter(({ at }) => monthOf(at) === month),
  };
}

function memoryQueue(clock: { seconds: number }): OutboxQueue {
  const messages: { ref: TakenRef['ref']; attempts: number; visibleAt: number }[] = [];
  const find = ({ receipt }: TakenRef) => messages.find((message) => message === receipt);
  return {
    push: async (ref) => {
      messages.push({ ref, attempts: 0, visibleAt: 0 });
    },
    async take(leaseSeconds) {
      const message = messages.find(({ visibleAt }) => visibleAt <= clock.seconds);
      if (!message) return undefined;
      message.attempts += 1;
      message.visibleAt = clock.seconds + leaseSeconds;
      return { ref: message.ref, attempts: message.attempts, receipt: message };
    },
    async postpone(taken, seconds) {
      const message = find(taken);
      if (message) message.visibleAt = clock.seconds + seconds;
    },
    async remove(taken) {
      const message = find(taken);
      if (message) messages.splice(messages.indexOf(message), 1);
    },
  };
}
