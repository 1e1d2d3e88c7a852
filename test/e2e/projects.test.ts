import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { newUlid } from '../../src/shared/ids.ts';
import { roles } from '../../src/shared/role.ts';
import {
  actionsOf,
  answerText,
  type CardNode,
  cardsOf,
  findInCard,
  inputsOf,
  textOf,
} from '../support/cards.ts';
import { general, type House, openHouse } from '../support/house.ts';
import { project, update, week } from '../support/samples.ts';
import type { BotAnswer, TeamsUser } from '../support/teams-user.ts';

const at = '2026-11-18T22:00:00.000Z'; // Thursday 09:00 in Nouméa, week 47

describe('Projects in Teams', () => {
  let house: House;
  let mission: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at });
    mission = await house.member('Maëlle Mission', 'staff');
  });
  afterEach(() => house.close());

  describe('the mission makes a project', () => {
    it('from the command to the form, the tables and the receipt in its place', async () => {
      const paul = await house.member('Paul Partenaire', 'partner');
      const asked = await mission.says('Nouveau projet');
      const form = cardOf(asked);
      deepEqual(
        [...inputsOf(form).keys()],
        [
          'key',
          'name',
          'programme',
          'organisation',
          'description',
          'referentId',
          'deputyId',
          'startDate',
          'targetDate',
          'state',
          'aliases',
        ],
      );

      const sent = await mission.presses(
        'project.save',
        {
          key: 'ncid',
          name: 'NC **Identité**',
          programme: 'data',
          organisation: 'DINUM',
          description: 'Une identité\npour tous.',
          referentId: paul.aadObjectId,
          startDate: '2026-01-05',
          targetDate: '2026-12-18',
          aliases: 'identité, NC ID,, identité',
        },
        { card: form, messageId: asked.replies[0]?.activityId },
      );
      const receipt = cardIn(sent);
      match(textOf(receipt), /✅ Projet créé/);
      match(textOf(receipt), /NC \*\*Identité\*\*/);
      match(textOf(receipt), /Paul Partenaire peut désormais publier des mises à jour/);
      deepEqual(
        actionsOf(receipt).map(({ verb }) => verb),
        ['project.open', 'update.open', 'projects.page'],
      );
      await house.connector.waitFor({ kind: 'edit' });

      const stored = await house.storage.projects.find('NCID');
      ok(stored);
      const { changes, ...content } = stored;
      deepEqual(JSON.parse(JSON.stringify(content)), {
        key: 'NCID',
        name: 'NC **Identité**',
        programme: 'data',
        organisation: 'DINUM',
        description: 'Une identité\npour tous.',
        state: 'active',
        referentId: paul.aadObjectId,
        startDate: '2026-01-05',
        targetDate: '2026-12-18',
        aliases: ['identité', 'NC ID'],
        revision: 1,
      });
      deepEqual([changes[0]?.byName, changes[0]?.at], ['Maëlle Mission', at]);
      match(textOf(cardOf(await paul.says('maj nc id'))), /Mise à jour · semaine 47/);
    });

    it('with nobody who is a guest or not known, and writes who changed what', async () => {
      const guest = house.user('Gaël Invité', { role: 'guest' });
      await guest.says('bonjour');
      const refused = await mission.presses('project.save', {
        ...(await newForm()),
        key: 'NCID',
        referentId: guest.aadObjectId,
      });
      match(answerText(refused), /Un invité ne peut pas publier de mises à jour/);
      deepEqual(await keys(), []);

      const paul = await house.member('Paul Partenaire', 'partner');
      await mission.presses('project.save', {
        ...(await newForm()),
        key: 'NCID',
        deputyId: paul.aadObjectId,
      });
      await mission.presses('project.pause', { key: 'NCID' });
      const audited = await house.storage.audit.list('2026-11');
      deepEqual(
        audited.map(({ action, about, actorName, after }) => [action, about, actorName, { ...after }]),
        [
          [
            'project.save',
            'NCID',
            'Maëlle Mission',
            { revision: 1, programme: 'data', state: 'active', deputyId: paul.aadObjectId },
          ],
          ['role.save', paul.aadObjectId, 'Maëlle Mission', { role: 'referent' }],
          ['project.pause', 'NCID', 'Maëlle Mission', { revision: 2, state: 'paused' }],
        ],
      );
    });

    it('once, however often the same form arrives, in whatever state Teams left it', async () => {
      const data = { ...(await newForm()), key: 'NCID' };
      const answers = await Promise.all([
        mission.presses('project.save', data),
        mission.presses('project.save', data),
        mission.submits({ ...data, verb: 'project.save' }),
      ]);
      deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      match(
        answerText(await mission.presses('project.save', { ...data, key: 'OTHER' })),
        /✅ Projet créé\s+NCID/,
      );
      deepEqual(await keys(), ['NCID']);
    });

    it('and is told which project has the key already, with all that was typed', async () => {
      await house.storage.projects.add(project({ key: 'SPNC', name: 'Portail *public*' }));
      const again = cardIn(await mission.presses('project.save', { ...(await newForm()), key: 'spnc' }));
      match(textOf(again), /Cette clé est déjà celle d’un autre projet :\s+SPNC · Portail \*public\*/);
      equal(inputsOf(again).get('name')?.value, 'Identité');
      match(textOf(cardIn(await mission.presses('project.save', { key: 'SPN2' }, { card: again }))), /créé/);
      equal((await house.storage.projects.find('SPNC'))?.name, 'Portail *public*');
    });

    it('and sees every problem beside its field at once', async () => {
      const again = cardIn(
        await mission.presses('project.save', {
          ...(await newForm()),
          key: 'é',
          name: 'x'.repeat(81),
          programme: 'autre',
          description: 'y'.repeat(501),
          referentId: 'nobody',
          deputyId: '__proto__',
          startDate: '2026-12-01',
          targetDate: '2026-02-30',
          state: 'constructor',
          aliases: Array.from({ length: 11 }, (_, n) => `a${n}`).join(','),
        }),
      );
      const text = textOf(again);
      match(text, /9 points sont à corriger/);
      equal(text.match(/Je ne connais pas cette personne/g)?.length, 2);
      equal(inputsOf(again).get('name')?.value, 'x'.repeat(81));
      const late = await mission.presses('project.save', {
        ...(await newForm()),
        key: 'NCID',
        startDate: '2026-12-01',
        targetDate: '2026-11-30',
      });
      const lateCard = cardIn(late);
      const body = lateCard.body as CardNode[];
      const beside = body[body.findIndex(({ id }) => id === 'targetDate') + 1];
      match(textOf(beside), /L’échéance ne peut pas être avant le début/);
      deepEqual(await keys(), []);
    });

    it('choosing among ten people, and by typing once there are more', async () => {
      const form = async () => inputsOf(cardOf(await mission.says('nouveau projet'))).get('deputyId');
      equal((await form())?.['choices.data'], undefined);
      for (let n = 0; n < 10; n += 1) await house.member(`Personne ${n}`, n === 9 ? 'referent' : 'partner');
      const input = await form();
      deepEqual(input?.['choices.data'], {
        type: 'Data.Query',
        dataset: 'people',
        associatedInputs: 'none',
      });
      ok(input);
      const titles = (input.choices as { title: string }[]).map(({ title }) => title);
      deepEqual([titles.length, titles[0], titles[1]], [10, 'Personne 9', 'Maëlle Mission']);
    });

    it('in their private chat when asked in a channel', async () => {
      const asked = await mission.says('nouveau projet', { in: general });
      match(textOf(asked.replies[0]?.activity), /conversation privée/);
      equal(cardsOf(asked.replies[0]?.activity).length, 0);
    });
  });

  describe('two people who edit the same project', () => {
    it('lose nothing: the later one sees what the other changed, keeps what they typed, and then decides', async () => {
      const other = await house.member('Noé Mission', 'staff');
      await house.storage.projects.add(project({ name: 'Avant', referentId: undefined }));
      const [first, second] = await Promise.all([
        other.presses('project.open', { key: 'SPNC' }),
        mission.presses('project.open', { key: 'SPNC' }),
      ]);
      const saved = await other.presses(
        'project.save',
        { name: 'Portail de *Noé*', targetDate: '2026-12-18' },
        { card: cardOf(first) },
      );
      match(answerText(saved), /Projet enregistré/);

      const late = cardIn(
        await mission.presses('project.save', { name: 'Portail de Maëlle' }, { card: cardOf(second) }),
      );
      const text = textOf(late);
      match(text, /Noé Mission a modifié ce projet entre-temps/);
      match(text, /Nom : Portail de \*Noé\*/);
      match(text, /Échéance : 18 décembre 2026/);
      doesNotMatch(text, /Programme : /);
      equal(inputsOf(late).get('name')?.value, 'Portail de Maëlle');
      const theirs = findInCard(late, ({ text }) => text === 'Portail de *Noé*');
      equal(theirs?.type, 'TextRun');
      equal((await house.storage.projects.find('SPNC'))?.name, 'Portail de *Noé*');

      match(answerText(await mission.presses('project.save', {}, { card: late })), /Projet enregistré/);
      const stored = await house.storage.projects.find('SPNC');
      deepEqual([stored?.name, stored?.revision], ['Portail de Maëlle', 3]);
      deepEqual(
        stored?.changes.map(({ byName }) => byName),
        ['Maëlle Mission', 'Noé Mission'],
      );
    });

    it('are told apart from one person whose form arrives twice', async () => {
      await house.storage.projects.add(project());
      const form = cardOf(await mission.presses('project.open', { key: 'SPNC' }));
      for (let n = 0; n < 2; n += 1) {
        match(
          answerText(await mission.presses('project.save', { name: 'Neuf' }, { card: form })),
          /enregistré/,
        );
      }
      equal((await house.storage.projects.find('SPNC'))?.revision, 2);
    });

    it('are not disturbed by the news of the week', async () => {
      await house.storage.projects.add(project());
      const form = cardOf(await mission.presses('project.open', { key: 'SPNC' }));
      await house.storage.projects.noteLatest('SPNC', {
        week: week('2026-W47'),
        version: 1,
        health: 'atRisk',
      });
      match(
        answerText(await mission.presses('project.save', { name: 'Neuf' }, { card: form })),
        /enregistré/,
      );
      equal((await house.storage.projects.find('SPNC'))?.latest?.health, 'atRisk');
    });
  });

  describe('who may', () => {
    const attempts: Record<string, (user: TeamsUser) => Promise<BotAnswer>> = {
      'make a project': async (user) => user.presses('project.save', { ...draft(), key: 'NEUF' }),
      'edit a project': async (user) =>
        user.presses('project.save', { ...draft(), key: 'SPNC', edits: 'SPNC', revision: 1 }),
      'say who reports on it': async (user) =>
        user.presses('project.save', {
          ...draft(),
          key: 'SPNC',
          edits: 'SPNC',
          revision: 1,
          referentId: user.aadObjectId,
        }),
      'pause a project': async (user) => user.presses('project.pause', { key: 'SPNC' }),
      'resume a project': async (user) => user.presses('project.resume', { key: 'PAUSE' }),
      'close a project': async (user) => user.presses('project.close', { key: 'SPNC' }),
      'reopen a project': async (user) => user.presses('project.reopen', { key: 'FINI' }),
      'open the form of a new project': (user) => user.says('nouveau projet'),
      'open the form of a project': (user) => user.presses('project.open', { key: 'SPNC' }),
    };
    for (const role of roles) {
      const mayDo = role === 'staff' || role === 'lead';
      for (const [right, attempt] of Object.entries(attempts)) {
        it(`${right}: a ${role} ${mayDo ? 'may' : 'may not'}`, async () => {
          const user = await house.member('Quelqu’un', role);
          await house.storage.projects.add(project({ referentId: user.aadObjectId }));
          await house.storage.projects.add(project({ key: 'PAUSE', state: 'paused' }));
          await house.storage.projects.add(project({ key: 'FINI', state: 'done' }));
          const before = JSON.stringify(await house.storage.projects.list());
          const answer = await attempt(user);
          const told = `${answerText(answer)}${textOf(answer.replies[0]?.activity)}`;
          const after = JSON.stringify(await house.storage.projects.list());
          if (mayDo) {
            doesNotMatch(told, /Seule la mission/);
            equal(right.startsWith('open'), before === after);
          } else {
            match(told, /Seule la mission crée, modifie, met en pause ou termine un projet/);
            equal(after, before);
          }
        });
      }
      it(`see the board and a project: a ${role} may`, async () => {
        const user = await house.member('Quelqu’un', role);
        await house.storage.projects.add(project());
        match(textOf(cardOf(await user.says('projets'))), /Portail service-public\.nc/);
        match(textOf(cardOf(await user.says('projet spnc'))), /Dernières semaines/);
      });
    }

    it('only the card of that project edits it, and forged values change nothing', async () => {
      await house.storage.projects.add(project());
      await house.storage.projects.add(project({ key: 'NCCO', name: 'NC Connect' }));
      const before = JSON.stringify(await house.storage.projects.list());
      const edit = { ...draft(), key: 'SPNC', edits: 'SPNC', revision: 1 };
      for (const [forged, told] of [
        [{ ...edit, key: 'NCCO' }, /n’est pas celui de ce projet/],
        [{ ...edit, edits: 'NCCO' }, /n’est pas celui de ce projet/],
        [{ ...edit, key: 'RIEN', edits: 'RIEN' }, /Ce projet n’existe pas/],
        [{ ...edit, key: '__proto__', edits: '__proto__' }, /Ce projet n’existe pas/],
        [{ ...edit, revision: undefined }, /n’est pas celui de ce projet/],
        [{ ...edit, edits: undefined }, /n’est pas celui de ce projet/],
        [{ ...edit, edits: undefined, revision: undefined }, /déjà celle d’un autre projet/],
        [{ ...edit, revision: 7 }, /a modifié ce projet entre-temps/],
        [{ ...edit, revision: '1 or 1' }, /a modifié ce projet entre-temps/],
        [{ ...edit, revision: { $gt: 0 } }, /a modifié ce projet entre-temps/],
        [{ ...edit, formId: '../x' }, /n’était plus valable/],
        [{ ...edit, name: { toString: 'x' } }, /nom du projet/],
        [{ ...edit, name: 'x'.repeat(200_000) }, /80 caractères au plus/],
        [{ ...edit, description: ['a'.repeat(10)], state: ['done'] }, /état du projet/],
        [{ ...edit, referentId: "x' or PartitionKey ne '" }, /Je ne connais pas cette personne/],
        [{ ...edit, referentId: 'a/b\\c#d?e' }, /Je ne connais pas cette personne/],
        [{ ...edit, programme: 'toString' }, /Choisissez un programme/],
        [{ ...edit, startDate: '0000-00-00', targetDate: 20261218 }, /date du calendrier/],
        [{}, /n’était plus valable/],
      ] as const) {
        const answer = await mission.presses('project.save', forged);
        equal(answer.status, 200);
        match(answerText(answer), told);
        ok(JSON.stringify(answer.body).length <= 24_000);
      }
      for (const verb of ['pause', 'resume', 'close', 'reopen', 'open']) {
        for (const key of ['__proto__', "' or '", 'x'.repeat(2000)]) {
          match(answerText(await mission.presses(`project.${verb}`, { key })), /Ce projet n’existe pas/);
        }
      }
      for (const key of [['SPNC'], { key: 'SPNC' }, 7]) {
        equal((await mission.presses('project.pause', { key })).status, 200);
        equal((await mission.presses('project.show', { key })).status, 200);
        equal(
          (await mission.presses('projects.page', { page: key, programme: key, health: key })).status,
          200,
        );
      }
      equal(JSON.stringify(await house.storage.projects.list()), before);
    });
  });

  it('a project is paused, resumed, closed and reopened, and keeps its history', async () => {
    await house.storage.projects.add(project());
    await house.storage.updates.save(update(), newUlid());
    await house.storage.projects.noteLatest('SPNC', {
      week: week('2026-W47'),
      version: 1,
      health: 'onTrack',
    });
    const press = async (card: CardNode, verb: string) => cardIn(await mission.presses(verb, {}, { card }));
    const verbs = (card: CardNode) => actionsOf(card).map(({ verb }) => verb);

    const page = cardOf(await mission.says('projet SPNC'));
    deepEqual(verbs(page), [
      'update.open',
      'project.open',
      'project.pause',
      'project.close',
      'projects.page',
    ]);
    const paused = await press(page, 'project.pause');
    match(textOf(paused), /Le projet est en pause/);
    match(answerText(await mission.presses('project.pause', { key: 'SPNC' })), /Le projet est en pause/);
    match(textOf(cardOf(await mission.says('projets'))), /SPNC · en pause/);

    const resumed = await press(paused, 'project.resume');
    equal((await house.storage.projects.find('SPNC'))?.state, 'active');
    const done = await press(resumed, 'project.close');
    match(textOf(done), /Le projet est terminé/);
    match(textOf(done), /Douze fiches relues/);
    deepEqual(verbs(done), ['project.open', 'project.reopen', 'projects.page']);
    match(
      answerText(await mission.presses('project.pause', { key: 'SPNC' })),
      /terminé : rouvrez-le d’abord/,
    );

    const board = cardOf(await mission.says('projets'));
    doesNotMatch(textOf(board), /Portail/);
    const filtered = cardIn(await mission.presses('projects.filter', { state: 'done', programme: 'all' }));
    match(textOf(filtered), /Portail/);
    await press(done, 'project.reopen');
    const stored = await house.storage.projects.find('SPNC');
    deepEqual([stored?.state, stored?.revision, stored?.latest?.health], ['active', 5, 'onTrack']);
    equal(stored?.changes.length, 4);
  });

  it('a move that comes between two changes loses neither', async () => {
    await house.storage.projects.add(project());
    const form = cardOf(await mission.presses('project.open', { key: 'SPNC' }));
    await Promise.all([
      mission.presses('project.save', { name: 'Neuf' }, { card: form }),
      mission.presses('project.pause', { key: 'SPNC' }),
    ]);
    const stored = await house.storage.projects.find('SPNC');
    ok(stored);
    equal(stored.state, 'paused');
    if (stored.revision === 3) equal(stored.name, 'Neuf');
    else equal(stored.revision, 2);
  });

  describe('the board', () => {
    beforeEach(async () => {
      for (const [key, given] of Object.entries({
        ROUGE: {
          programme: 'data',
          latest: { week: week('2026-W47'), version: 1, health: 'offTrack' as const },
        },
        VERT: {
          programme: 'data',
          latest: { week: week('2026-W47'), version: 1, health: 'onTrack' as const },
        },
        MUET: {
          programme: 'accompagnement',
          latest: { week: week('2026-W45'), version: 1, health: 'onTrack' as const },
        },
        MIEN: { programme: 'Vieux programme', deputyId: mission.aadObjectId },
        FINI: { state: 'done' as const },
      })) {
        await house.storage.projects.add(project({ key, name: `Projet ${key}`, ...given }));
        if ('latest' in given && given.latest) await house.storage.projects.noteLatest(key, given.latest);
      }
    });
    const shown = (card: CardNode) => [...textOf(card).matchAll(/Projet ([A-Z]+)/g)].map(([, key]) => key);

    it('is filtered in place by programme, health of the week, state and one’s own', async () => {
      const board = cardOf(await mission.says('projets'));
      deepEqual(shown(board), ['MUET', 'ROUGE', 'VERT', 'MIEN']);
      match(textOf(board), /2 projets sur 4 ont donné des nouvelles/);
      match(textOf(board), /Vieux programme/);
      equal(findInCard(board, ({ id }) => id === 'filters')?.isVisible, false);

      const filter = async (data: object) => {
        const open = JSON.parse(JSON.stringify(board).replace('"isVisible":false', '"isVisible":true'));
        return cardIn(await mission.presses('projects.filter', data, { card: open }));
      };
      deepEqual(shown(await filter({ programme: 'data' })), ['ROUGE', 'VERT']);
      deepEqual(shown(await filter({ health: 'silent' })), ['MUET', 'MIEN']);
      deepEqual(shown(await filter({ health: 'onTrack', programme: 'data' })), ['VERT']);
      deepEqual(shown(await filter({ mine: 'true' })), ['MIEN']);
      deepEqual(shown(await filter({ state: 'done' })), ['FINI']);
      const none = await filter({ programme: 'data', health: 'silent' });
      match(textOf(none), /Aucun projet ne répond à ces filtres/);
      equal(inputsOf(none).get('programme')?.value, 'data');
      match(textOf(none), /Data · ⚪ Sans nouvelles · 0 projet$/m);
    });

    it('opens a project by a press on its line, and goes back', async () => {
      const board = cardOf(await mission.says('projets'));
      const line = findInCard(
        board,
        ({ type, selectAction }) => type === 'ColumnSet' && selectAction !== undefined,
      );
      ok(line);
      const { verb, data, fallback } = line.selectAction as CardNode;
      equal(verb, 'project.show');
      deepEqual((fallback as CardNode).data, data);
      const page = cardIn(await mission.presses('project.show', data as object));
      match(textOf(page), /Projet MUET/);
      match(textOf(page), /Sans nouvelles · auparavant 🟢 En bonne voie · il y a 2 semaines/);
      match(textOf(cardIn(await mission.presses('projects.page', {}, { card: page }))), /Projet ROUGE/);
      const submitted = await mission.submits(data as object);
      match(textOf(cardOf(submitted)), /Projet MUET/);
    });

    it('has pages of twenty, and keeps its filters from one to the next', async () => {
      await Promise.all(
        Array.from({ length: 41 }, (_, n) =>
          house.storage.projects.add(
            project({ key: `N${String(n).padStart(2, '0')}`, programme: 'incubation' }),
          ),
        ),
      );
      const filtered = cardIn(await mission.presses('projects.filter', { programme: 'incubation' }));
      match(textOf(filtered), /Page 1 sur 3 · 41 projets/);
      const second = cardIn(await mission.presses('projects.page', {}, { card: filtered }));
      match(textOf(second), /Page 2 sur 3/);
      match(textOf(second), /N20/);
      doesNotMatch(textOf(second), /N19|N40|Projet [A-Z]/);
      match(textOf(cardIn(await mission.presses('projects.page', { page: 1e9 }))), /Page 3 sur 3/);
    });
  });

  describe('the page of a project', () => {
    it('tells its last weeks, the silent ones too, its people and its last update in full', async () => {
      const noe = await house.member('Noé Référent', 'referent');
      await house.storage.projects.add(
        project({
          referentId: noe.aadObjectId,
          organisation: 'DINUM',
          description: 'Tout en *ligne*.',
          startDate: '2026-10-28',
          targetDate: '2027-03-12',
        }),
      );
      for (const [ofWeek, health, progress] of [
        ['2026-W44', 'onTrack', 20],
        ['2026-W46', 'atRisk', 40],
        ['2026-W47', 'offTrack', 45],
      ] as const) {
        const saved = await house.storage.updates.save(
          update({
            week: week(ofWeek),
            health,
            progress,
            summary: `Semaine ${ofWeek}`,
            risks: ['Le *budget*'],
          }),
          newUlid(),
        );
        await house.storage.projects.noteLatest('SPNC', saved);
      }
      const card = cardOf(await noe.says('projet spnc'));
      const lines = textOf(card).split('\n');
      const weeks = lines.filter((line) => /^S\d\d · /.test(line));
      deepEqual(weeks, [
        'S47 · 🔴 En difficulté',
        'S46 · 🟠 À surveiller',
        'S45 · ⚪ Sans nouvelles',
        'S44 · 🟢 En bonne voie',
      ]);
      for (const text of [
        '🔴 En difficulté · 45 % · cette semaine',
        'Tout en *ligne*.',
        'Référent : Noé Référent',
        'Échéance : 12 mars 2027',
        'Dernière mise à jour · semaine 47',
        '• Le *budget*',
      ]) {
        ok(lines.includes(text), text);
      }
      const chart = findInCard(card, ({ type }) => type === 'Chart.Line');
      match(fallbackText(chart), /^S44 20.%, S46 40.%, S47 45.%/);
      const bars = findInCard(card, ({ type }) => type === 'Chart.VerticalBar');
      match(fallbackText(bars), /S44 bonne voie, S45 sans nouvelles, S46 à surveiller/);
      deepEqual(
        actionsOf(card).map(({ verb }) => verb),
        ['update.open', 'projects.page'],
      );
    });

    it('and the board count the decisions it waits for, to be read in full', async () => {
      await house.storage.projects.add(project({ referentId: mission.aadObjectId }));
      await house.storage.projects.add(project({ key: 'NCCO', name: 'NC Connect' }));
      await mission.presses('update.submit', {
        formId: newUlid(),
        projectKey: 'SPNC',
        health: 'atRisk',
        summary: 'Deux questions.',
        decisions: 'Qui *signe* ?\nQuand ?',
      });
      match(textOf(cardOf(await mission.says('projets'))), /cette semaine · 2 décisions attendues/);
      const page = cardOf(await mission.says('projet spnc'));
      match(
        textOf(page),
        /2 décisions attendues\n• Qui \*signe\* \? · cette semaine\n• Quand \? · cette semaine/,
      );
      const opened = await mission.presses('command.open', {}, { card: page });
      match(textOf(cardOf(opened)), /Qui \*signe\* \?/);
      doesNotMatch(textOf(cardOf(await mission.says('projet ncco'))), /décision/);
    });

    it('still shows the last update of a project silent for a year', async () => {
      await house.storage.projects.add(project());
      const old = await house.storage.updates.save(update({ week: week('2025-W40') }), newUlid());
      await house.storage.projects.noteLatest('SPNC', old);
      const text = textOf(cardOf(await mission.says('projet SPNC')));
      match(text, /Dernière mise à jour · semaine 40/);
      match(text, /Douze fiches relues/);
      equal(text.match(/Sans nouvelles$/gm)?.length, 11);
    });

    it('is asked for again when nothing or several match, and is the board when nothing is said', async () => {
      await house.storage.projects.add(project({ aliases: ['le guichet'] }));
      await house.storage.projects.add(project({ key: 'SPND', name: 'Portail des données' }));
      match(textOf(cardOf(await mission.says('projet le guichet'))), /Dernières semaines/);
      const several = cardOf(await mission.says('projet portail'));
      match(textOf(several), /Plusieurs projets correspondent/);
      equal(choicesOf(several, 'key')?.length, 2);
      const chosen = await mission.presses('project.show', { key: 'SPND' }, { card: several });
      match(textOf(cardIn(chosen)), /Portail des données/);
      match(textOf(cardOf(await mission.says('projet tartempion'))), /Je ne connais pas ce projet/);
      match(textOf(cardOf(await mission.says('projet'))), /0 projet sur 2/);
    });
  });

  async function newForm(): Promise<Record<string, unknown>> {
    const save = actionsOf(cardOf(await mission.says('nouveau projet'))).find(
      ({ verb }) => verb === 'project.save',
    );
    return { ...draft(), ...(save?.data as object) };
  }

  const keys = async () => (await house.storage.projects.list()).map(({ key }) => key);
});

const draft = () => ({ formId: newUlid(), name: 'Identité', programme: 'data', state: 'active' });
const cardIn = ({ body }: BotAnswer): CardNode => {
  const { value } = body as { value?: CardNode | string };
  ok(typeof value === 'object', `a card, not ${value}`);
  return value;
};
const fallbackText = (element: CardNode | undefined) => textOf(element?.fallback as CardNode | undefined);
const choicesOf = (card: CardNode, id: string) => inputsOf(card).get(id)?.choices as unknown[] | undefined;

function cardOf(answer: BotAnswer): CardNode {
  const [card] = cardsOf(answer.replies[0]?.activity);
  ok(card);
  return card;
}
