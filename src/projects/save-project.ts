import type { Change, RecordChange } from '../audit/audit.ts';
import type { Person, PersonStore } from '../people/person.ts';
import type { Actor } from '../shared/actor.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  changesKept,
  isProjectKey,
  mayManage,
  type Project,
  type ProjectStore,
  programmes,
} from './project.ts';
import {
  type ProjectDraft,
  type ProjectProblem,
  parseProjectDraft,
  readProjectFields,
} from './project-draft.ts';

export interface SaveProjectPorts {
  readonly projects: Pick<ProjectStore, 'find' | 'list' | 'add' | 'save'>;
  readonly people: Pick<PersonStore, 'find' | 'change'>;
  readonly record: RecordChange;
  readonly now: Clock;
}

export type SaveProjectError =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-project' }
  /** The card says it edits one project and names another. */
  | { readonly kind: 'other-project' }
  /** `taken`: the project that has the key already. */
  | {
      readonly kind: 'invalid-form';
      readonly problems: readonly ProjectProblem[];
      readonly stored: Project | undefined;
      readonly taken?: Project | undefined;
    }
  /** Somebody changed it since the form was filled; `stored` is their version. */
  | { readonly kind: 'changed'; readonly stored: Project };

export interface SavedProject {
  readonly project: Project;
  readonly isNew: boolean;
  /** Who became a référent by it: until then they could not report. */
  readonly raised: readonly Person[];
}

/**
 * Makes a project, or changes the one whose form this is. The same form again (a double click, a redelivery) changes
 * nothing and answers with the project. Whoever comes after another change is told, and decides on the fresh version.
 */
export function saveProject(ports: SaveProjectPorts) {
  return async (actor: Actor, form: unknown): Promise<Result<SavedProject, SaveProjectError>> => {
    if (!mayManage(actor)) return err({ kind: 'not-allowed' });
    const { edits, revision } = readProjectFields(form);
    return edits === undefined && revision === undefined
      ? create(ports, actor, form)
      : edit(ports, actor, form);
  };
}

type Saved = Promise<Result<SavedProject, SaveProjectError>>;

async function create(ports: SaveProjectPorts, actor: Actor, form: unknown): Saved {
  const { projects } = ports;
  const draft = parseProjectDraft(form, programmes);
  const { referentId, deputyId, formId } = readProjectFields(form);
  const problems = [
    ...(draft.ok ? [] : draft.error),
    ...(await peopleProblems(ports, { referentId, deputyId }, undefined)),
  ];
  const known = await projects.list();
  const made = known.find((project) => isMadeWith(project, formId, actor));
  if (made) return ok({ project: made, isNew: true, raised: await raise(ports, actor, made) });

  const typedKey = readProjectFields(form).key.trim().toUpperCase();
  const taken = known.find(({ key }) => key === typedKey);
  if (taken) problems.unshift({ field: 'key', problem: 'keyTaken' });
  if (problems.length > 0 || !draft.ok)
    return err({ kind: 'invalid-form', problems, stored: undefined, taken });

  const project = changed({ ...contentOf(draft.value), revision: 1, changes: [] }, ports, actor, formId);
  if (await projects.add(project)) {
    await ports.record(actor, changeOf('project.save', undefined, project));
    return ok({ project, isNew: true, raised: await raise(ports, actor, project) });
  }

  const first = await projects.find(project.key);
  if (first && isMadeWith(first, formId, actor)) return ok({ project: first, isNew: true, raised: [] });
  return err({
    kind: 'invalid-form',
    problems: [{ field: 'key', problem: 'keyTaken' }],
    stored: undefined,
    taken: first,
  });
}

async function edit(ports: SaveProjectPorts, actor: Actor, form: unknown): Saved {
  const { projects } = ports;
  const { edits, key, formId, revision, referentId, deputyId } = readProjectFields(form);
  if (edits === undefined || key !== edits || revision === undefined) return err({ kind: 'other-project' });
  const stored = isProjectKey(key) ? await projects.find(key) : undefined;
  if (!stored) return err({ kind: 'unknown-project' });
  if (isMadeWith(stored, formId, actor)) {
    return ok({ project: stored, isNew: false, raised: await raise(ports, actor, stored) });
  }

  const draft = parseProjectDraft(form, [...programmes, stored.programme]);
  const problems = [
    ...(draft.ok ? [] : draft.error),
    ...(await peopleProblems(ports, { referentId, deputyId }, stored)),
  ];
  if (problems.length > 0 || !draft.ok) return err({ kind: 'invalid-form', problems, stored });

  const project = changed({ ...stored, ...contentOf(draft.value) }, ports, actor, formId);
  switch (await projects.save(project, revision)) {
    case 'missing':
      return err({ kind: 'unknown-project' });
    case 'changed': {
      const theirs = (await projects.find(key)) ?? stored;
      return isMadeWith(theirs, formId, actor)
        ? ok({ project: theirs, isNew: false, raised: [] })
        : err({ kind: 'changed', stored: theirs });
    }
    case 'saved': {
      const saved = { ...project, revision: revision + 1 };
      await ports.record(actor, changeOf('project.save', stored, saved));
      return ok({ project: saved, isNew: false, raised: await raise(ports, actor, saved, stored) });
    }
  }
}

const contentOf = ({ formId: _, revision: __, ...content }: ProjectDraft) => content;

/** The project with this change as its newest. */
export function changed(
  project: Project,
  { now }: Pick<SaveProjectPorts, 'now'>,
  { id, name }: Pick<Actor, 'id' | 'name'>,
  formId?: string,
): Project {
  const change = { byId: id, byName: name, at: now(), formId };
  return { ...project, changes: [change, ...project.changes].slice(0, changesKept) };
}

/** What the audit keeps of a change: codes, ids and days that differ; words only as the revision that has them. */
export function changeOf(action: string, before: Project | undefined, after: Project): Change {
  const differing = auditedFields.filter((field) => before?.[field] !== after[field]);
  const valuesOf = (project: Project | undefined) =>
    Object.fromEntries(differing.map((field) => [field, project?.[field]]));
  return { action, about: after.key, before: valuesOf(before), after: valuesOf(after) };
}

const auditedFields = [
  'revision',
  'programme',
  'state',
  'referentId',
  'deputyId',
  'startDate',
  'targetDate',
] as const;

/** A form in a channel is one card for many hands: the same form of another person is another form. */
const isMadeWith = (project: Project, formId: string, actor: Pick<Actor, 'id'>): boolean =>
  formId !== '' && project.changes.some((change) => change.formId === formId && change.byId === actor.id);

const posts = ['referentId', 'deputyId'] as const;

/** People must be known to us, and guests report on nothing. Who is on the project already may stay. */
async function peopleProblems(
  { people }: Pick<SaveProjectPorts, 'people'>,
  chosen: Readonly<Record<(typeof posts)[number], string>>,
  before: Project | undefined,
): Promise<ProjectProblem[]> {
  const problems = await Promise.all(
    posts.map(async (field): Promise<ProjectProblem[]> => {
      const id = chosen[field];
      if (id === '' || id === before?.[field]) return [];
      const person = id.length <= longestId ? await people.find(id) : undefined;
      if (!person) return [{ field, problem: 'person' }];
      return person.isGuest ? [{ field, problem: 'guest' }] : [];
    }),
  );
  return problems.flat();
}

/** An Entra object id has 36 characters. */
const longestId = 64;

/**
 * Gives the newly chosen who are partners the right to report. After the project is stored, so that a refused change
 * gives nobody a right; the same form again finishes what a crash left.
 */
async function raise(
  { people, record }: Pick<SaveProjectPorts, 'people' | 'record'>,
  actor: Actor,
  project: Project,
  before?: Project,
): Promise<Person[]> {
  const chosen = posts.flatMap((field) => (project[field] === before?.[field] ? [] : (project[field] ?? [])));
  const raised: Person[] = [];
  for (const id of chosen) {
    const person = await people.find(id);
    if (person?.role !== 'partner' || person.isGuest) continue;
    const changed = await people.change(id, (fresh = person) =>
      fresh.role === 'partner' ? { ...fresh, role: 'referent', roleSetById: actor.id } : fresh,
    );
    await record(actor, {
      action: 'role.save',
      about: id,
      before: { role: person.role },
      after: { role: changed.role },
    });
    raised.push(changed);
  }
  return raised;
}
