import { deepEqual, equal, match, notDeepEqual } from 'node:assert/strict';
import { newUlid } from '../../src/shared/ids.ts';
import type { Role } from '../../src/shared/role.ts';
import { answerText, textOf } from '../support/cards.ts';
import { general, openHouse } from '../support/house.ts';
import type { Place } from '../support/places.ts';
import { channelAddress, decision, person, project, update, week } from '../support/samples.ts';
import type { BotAnswer, TeamsUser } from '../support/teams-user.ts';

/**
 * Who may do what: every right × everybody, over HTTP, by message, button and list. A right of a new feature is a new
 * row here. A guest is stored as lead: the roster alone makes them a partner.
 */
type Who = 'partner' | 'guest' | 'referent' | 'staff' | 'lead';
const everybody: readonly Who[] = ['partner', 'guest', 'referent', 'staff', 'lead'];
const reporters: readonly Who[] = ['referent', 'staff', 'lead'];
const mission: readonly Who[] = ['staff', 'lead'];
const leadOnly: readonly Who[] = ['lead'];

interface Right {
  readonly title: string;
  readonly may: readonly Who[];
  /** What the others are told: who may. */
  readonly refusal: RegExp;
  readonly ways: readonly Way[];
}

/** A way either changes what is stored, or `shows` something. */
type Way = { readonly in?: Place; readonly shows?: RegExp } & (
  | { readonly message: string }
  | { readonly verb: string; readonly data: (cell: Cell) => object }
  | { readonly dataset: string; readonly query: string }
);

const at = '2026-11-18T22:00:00.000Z'; // Thursday 09:00 in Nouméa, week 47
const [lastWeek, thisWeek] = [week('2026-W46'), week('2026-W47')];
/** The projects of every cell, by what the person is to them. */
const [own, stoodIn, others] = ['OWN', 'STOODIN', 'OTHERS'];

const filled = (projectKey: string | undefined) => () => ({
  formId: newUlid(),
  projectKey,
  health: 'onTrack',
  summary: 'Tout va bien.',
});
const unchanged = (projectKey: string | undefined) => () => ({ formId: newUlid(), projectKey });
const nothing = () => ({});
const about = (projectKey: string | undefined) => () => ({
  decisionId: decision({ projectKey: projectKey ?? '' }).id,
  answer: 'Oui, dès janvier.',
});

const settingsForm = { digestWeekday: '2', digestHour: '09:00', defaultLanguage: 'fr', holidays: 'true' };
const dates = { from: '2026-12-21', to: '2026-12-24' };

const projectForm = () => ({ formId: newUlid(), name: 'Identité', programme: 'data', state: 'active' });
const editForm = (key: string | undefined) => ({ ...projectForm(), key, edits: key, revision: 1 });

const rights: readonly Right[] = [
  {
    title: 'post updates of the projects they report on',
    may: reporters,
    refusal: /référent/,
    ways: [
      { message: `maj ${own}`, shows: /L’essentiel/ },
      { message: `maj ${stoodIn} : recette terminée, 80 %`, shows: /L’essentiel/ },
      { verb: 'update.open', data: unchanged(own), shows: /L’essentiel/ },
      { verb: 'update.unchanged', data: unchanged(own) },
      { verb: 'update.submit', data: filled(own) },
      { verb: 'update.submit', data: filled(stoodIn) },
      { verb: 'update.versions', data: () => ({ projectKey: own, week: lastWeek }), shows: /Douze fiches/ },
    ],
  },
  {
    title: 'post updates of any project',
    may: mission,
    refusal: /référent/,
    ways: [
      { message: `maj ${others}`, shows: /L’essentiel/ },
      { verb: 'update.open', data: unchanged(others), shows: /L’essentiel/ },
      { verb: 'update.edit', data: () => ({ projectKey: others, week: lastWeek }), shows: /L’essentiel/ },
      { verb: 'update.unchanged', data: unchanged(others) },
      { verb: 'update.submit', data: filled(others) },
      {
        verb: 'update.versions',
        data: () => ({ projectKey: others, week: lastWeek }),
        shows: /Douze fiches/,
      },
    ],
  },
  {
    title: 'find the projects they report on in a list',
    may: reporters,
    refusal: /^$/,
    ways: [{ dataset: 'projects', query: 'own', shows: /OWN/ }],
  },
  {
    title: 'find any project in a list',
    may: mission,
    refusal: /^$/,
    ways: [{ dataset: 'projects', query: 'others', shows: /OTHERS/ }],
  },
  {
    title: 'find people in a list',
    may: mission,
    refusal: /^$/,
    ways: [{ dataset: 'people', query: 'zoé', shows: /Zoé Autre/ }],
  },
  // Here: create, edit, pause and close projects, assign référents (mission).
  {
    title: 'see the projects and the decisions that wait',
    may: everybody,
    refusal: /never/,
    ways: [
      { message: 'projets', shows: /Projet des autres/ },
      { message: 'décisions', shows: /Faut-il ouvrir le portail/ },
      {
        verb: 'command.open',
        data: () => ({ command: 'projects' }),
        in: general,
        shows: /Projet des autres/,
      },
    ],
  },
  {
    title: 'choose the language they are spoken to',
    may: everybody,
    refusal: /never/,
    ways: [{ verb: 'language.save', data: () => ({ language: 'en' }) }],
  },
  {
    title: 'answer decisions',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    ways: [
      { verb: 'decision.open', data: about(own), shows: /Répondre/ },
      { verb: 'decision.answer', data: about(own) },
      { verb: 'decision.answer', data: about(others), in: general },
    ],
  },
  {
    title: 'withdraw the questions of the projects they report on',
    may: reporters,
    refusal: /Seuls le référent/,
    ways: [{ verb: 'decision.withdraw', data: about(own) }],
  },
  {
    title: 'withdraw the questions of any project',
    may: mission,
    refusal: /Seuls le référent/,
    ways: [{ verb: 'decision.withdraw', data: about(others) }],
  },
  {
    title: 'see the digest before it is published',
    may: mission,
    refusal: /réservé à la mission/,
    ways: [
      { message: 'point', shows: /Aperçu/ },
      { verb: 'command.open', data: () => ({ command: 'digest' }), shows: /Aperçu/ },
    ],
  },
  {
    title: 'publish the digest now',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    ways: [
      { message: 'point publier' },
      { verb: 'digest.publish', data: () => ({ week: lastWeek }), in: general },
    ],
  },
  {
    title: 'bind and unbind the channel',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    ways: [
      { message: 'point ici', in: general },
      { message: 'point arrêter' },
      { verb: 'channel.bind', data: nothing, in: general },
      { verb: 'channel.unbind', data: nothing, in: general },
    ],
  },
  {
    title: 'change the settings',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    ways: [
      { message: 'réglages', shows: /Jour du point hebdo/ },
      { verb: 'settings.open', data: nothing, shows: /Jour du point hebdo/ },
      { verb: 'settings.save', data: () => settingsForm },
    ],
  },
  {
    title: 'give roles',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    ways: [
      { verb: 'roles.open', data: nothing, shows: /Zoé Autre/ },
      { verb: 'role.open', data: ({ other }) => ({ personId: other }), shows: /Zoé Autre/ },
      { verb: 'role.save', data: ({ other }) => ({ personId: other, role: 'lead' }) },
      { verb: 'role.save', data: ({ other }) => ({ personId: other, role: 'partner' }), in: general },
    ],
  },
  {
    title: 'give themselves a role',
    may: leadOnly,
    refusal: /Seul le responsable de la mission/,
    // To the lead it is no gift: the form comes back and says so.
    ways: [
      { verb: 'role.save', data: ({ me }) => ({ personId: me, role: 'roi' }), shows: /Choisissez un rôle/ },
    ],
  },
  {
    title: 'plan an absence of theirs',
    may: reporters,
    refusal: /référents et la mission/,
    ways: [
      { message: 'absence', shows: /Premier jour/ },
      { verb: 'absence.open', data: nothing, shows: /Premier jour/ },
      { verb: 'absence.save', data: () => dates },
      { verb: 'absence.save', data: ({ me }) => ({ ...dates, personId: me }) },
      { verb: 'absence.remove', data: () => ({ from: '2026-12-01' }) },
    ],
  },
  {
    title: 'plan the absence of somebody else',
    may: leadOnly,
    refusal: /Seul le responsable de la mission|référents et la mission/,
    ways: [
      { verb: 'absence.open', data: ({ other }) => ({ personId: other }), shows: /Zoé Autre/ },
      { verb: 'absence.save', data: ({ other }) => ({ ...dates, personId: other }) },
      { verb: 'absence.remove', data: ({ other }) => ({ personId: other, from: '2026-12-01' }) },
    ],
  },
  {
    title: 'see every project',
    may: everybody,
    refusal: /^$/,
    ways: [
      { message: 'projets', shows: /Projet des autres/ },
      { message: `projet ${others}`, shows: /Dernières semaines/ },
      { verb: 'project.show', data: () => ({ key: others }), shows: /Dernières semaines/ },
      { verb: 'projects.page', data: () => ({ page: 1 }), shows: /Projet des autres/ },
      { verb: 'projects.filter', data: () => ({ health: 'silent' }), shows: /Projet des autres/ },
    ],
  },
  {
    title: 'make, edit and move projects, and say who reports on them',
    may: mission,
    refusal: /Seule la mission/,
    ways: [
      { message: 'nouveau projet', shows: /Créer le projet/ },
      { verb: 'project.open', data: nothing, shows: /Créer le projet/ },
      { verb: 'project.open', data: () => ({ key: others }), shows: /Enregistrer/ },
      { verb: 'project.open', data: () => ({ key: own }), shows: /Enregistrer/ },
      { verb: 'project.save', data: () => ({ ...projectForm(), key: 'NEUF' }) },
      { verb: 'project.save', data: () => editForm(others) },
      { verb: 'project.save', data: ({ me }) => ({ ...editForm(own), deputyId: me }) },
      { verb: 'project.pause', data: () => ({ key: stoodIn }) },
      { verb: 'project.resume', data: () => ({ key: stoodIn }) },
      { verb: 'project.close', data: () => ({ key: stoodIn }) },
      { verb: 'project.reopen', data: () => ({ key: stoodIn }) },
    ],
  },
];

describe('Rights', () => {
  for (const { title, may, refusal, ways } of rights) {
    describe(`to ${title}`, () => {
      for (const who of everybody) {
        const mayDo = may.includes(who);
        it(`are ${mayDo ? 'those' : 'not those'} of a ${who}`, async () => {
          const cell = await openCell(who);
          try {
            for (const way of ways) {
              if (mayDo) await isDone(cell, way);
              else await isRefused(cell, way, refusal);
            }
          } finally {
            await cell.house.close();
          }
        });
      }
    });
  }
});

/** What is asked for is shown, or what is stored is another; then all is as it was, for the next way. */
async function isDone(cell: Cell, way: Way): Promise<void> {
  const before = await stateOf(cell);
  const said = heardIn(await act(cell, way));
  if (way.shows) match(said, way.shows);
  else {
    notDeepEqual(await stateOf(cell), before, `${nameOf(way)} changed nothing: ${said}`);
    await furnish(cell);
  }
}

/** Old clients send a button as a message: it is refused as well. */
async function isRefused(cell: Cell, way: Way, refusal: RegExp): Promise<void> {
  const before = await stateOf(cell);
  const answers = [await act(cell, way)];
  if ('verb' in way) answers.push(await cell.user.submits({ ...way.data(cell), verb: way.verb }, where(way)));
  for (const answer of answers) {
    equal(answer.status, 200);
    match(heardIn(answer), refusal, nameOf(way));
  }
  deepEqual(await stateOf(cell), before, `${nameOf(way)} changed something`);
}

const nameOf = (way: Way): string =>
  'message' in way ? way.message : 'verb' in way ? way.verb : `the list ${way.dataset}`;
const where = (way: Way) => (way.in ? { in: way.in } : {});

function act(cell: Cell, way: Way): Promise<BotAnswer> {
  if ('message' in way) return cell.user.says(way.message, where(way));
  if ('verb' in way) return cell.user.presses(way.verb, way.data(cell), where(way));
  return cell.user.types(way.dataset, way.query, where(way));
}

/** Everything the person is told: the invoke's answer, a list's choices, the messages. */
function heardIn(answer: BotAnswer): string {
  const { value } = (answer.body ?? {}) as { value?: { results?: { title: string }[] } };
  const choices = value?.results?.map(({ title }) => title) ?? [answerText(answer)];
  const messages = answer.replies.map(({ activity }) => textOf(activity));
  return [...choices, ...messages].filter((text) => text !== '').join('\n');
}

type House = Awaited<ReturnType<typeof openHouse>>;

interface Cell {
  readonly house: House;
  readonly user: TeamsUser;
  readonly me: string;
  readonly other: string;
  readonly role: Role;
}

async function openCell(who: Who): Promise<Cell> {
  const house = await openHouse({ at });
  const user = house.user('Moi Même', { role: who === 'guest' ? 'guest' : 'user' });
  const role = who === 'guest' ? 'lead' : who;
  const cell = { house, user, me: user.aadObjectId, other: 'other-person', role };
  await furnish(cell);
  return cell;
}

/** The mission of every cell; again, it brings back people, settings and channel, not what is there once for all. */
async function furnish({ house: { storage, connector }, me, other, role }: Cell): Promise<void> {
  const absences = [{ from: '2026-12-01', to: '2026-12-02' }];
  const isGuest = (await storage.people.find(me))?.isGuest;
  await storage.people.change(me, () => person({ id: me, name: 'Moi Même', role, absences, isGuest }));
  await storage.people.change(other, () =>
    person({ id: other, name: 'Zoé Autre', role: 'referent', absences }),
  );
  await storage.people.change('second-lead', (known) => known ?? person({ id: 'second-lead', role: 'lead' }));

  const latest = { week: lastWeek, version: 1, health: 'onTrack' as const, progress: 62 };
  const projects = [
    project({ key: own, name: 'Projet à moi', referentId: me, latest }),
    project({ key: stoodIn, name: 'Projet suppléé', referentId: other, deputyId: me, latest }),
    project({ key: others, name: 'Projet des autres', referentId: other, latest }),
  ];
  for (const one of projects) {
    if (!(await storage.projects.add(one))) continue;
    await storage.updates.save(update({ projectKey: one.key, week: lastWeek, authorId: other }), newUlid());
    await storage.decisions.addOpen(decision({ projectKey: one.key }));
  }
  await storage.settings.change(() => ({
    digest: { weekday: 1, hour: '08:00' },
    holidays: true,
    closedDays: [],
  }));
  await storage.channels.bind({
    address: { ...channelAddress('19:former@thread.tacv2'), serviceUrl: connector.serviceUrl },
    boundAt: at,
    boundById: 'second-lead',
  });
}

/** All that a right may change, without what merely meeting somebody changes. */
async function stateOf({ house: { storage } }: Cell): Promise<object> {
  const people = (await storage.people.list()).map(({ id, role, roleSetById, language, absences }) => ({
    id,
    role,
    roleSetById,
    language,
    absences,
  }));
  const bound = await storage.channels.findBound();
  const digests = [lastWeek, thisWeek].map(
    async (of) => bound && (await storage.digests.find(bound.address.conversationId, of))?.claimedAt,
  );
  const updates = [lastWeek, thisWeek].map((of) => storage.updates.listOfWeek(of));
  const state = {
    people,
    bound,
    digests: await Promise.all(digests),
    updates: await Promise.all(updates),
    decisions: await storage.decisions.listOpen(),
    projects: await storage.projects.list(),
    settings: await storage.settings.get(),
    audit: await storage.audit.list('2026-11'),
  };
  return JSON.parse(JSON.stringify(state));
}
