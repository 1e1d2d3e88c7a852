import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { makeCalendar } from '../../src/shared/calendar.ts';
import { actionsOf, answerText, type CardNode, cardsOf, inputsOf, textOf } from '../support/cards.ts';
import { answer } from '../support/connector-answers.ts';
import { type House, openHouse } from '../support/house.ts';
import { project } from '../support/samples.ts';
import type { BotAnswer, TeamsUser } from '../support/teams-user.ts';

const at = '2026-11-18T22:00:00.000Z'; // Thursday 09:00 in Nouméa, week 47
const week = makeCalendar({ timeZone: 'Pacific/Noumea' }).weekOf(at);

describe('A référent posts an update in Teams', () => {
  let house: House;
  let referent: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at });
    referent = await house.member('Noé Référent', 'referent');
    await house.storage.projects.add(
      project({ key: 'EACT', name: 'Actes', referentId: referent.aadObjectId }),
    );
    await house.storage.projects.add(project({ referentId: referent.aadObjectId }));
    await house.storage.projects.add(
      project({ key: 'NCCO', name: 'NC Connect', referentId: 'someone-else' }),
    );
  });
  afterEach(() => house.close());

  it('from the command to the form, the tables and the receipt in its place', async () => {
    const asked = await referent.says('maj SPNC');
    const [form] = cardsOf(asked.replies[0]?.activity);
    ok(form);
    match(textOf(form), /Mise à jour · semaine 47/);

    const sent = await referent.presses(
      'update.submit',
      { health: 'atRisk', summary: 'La recherche **avance**.', progress: '62', risks: '- Délai\n- Budget' },
      { card: form, messageId: asked.replies[0]?.activityId },
    );
    equal(sent.status, 200);
    const receipt = textOf(cardIn(sent));
    match(receipt, /Mise à jour enregistrée · semaine 47/);
    match(receipt, /La recherche \*\*avance\*\*\./);

    await house.connector.waitFor({ kind: 'edit' });
    match(textOf(onlyMessage(house, referent, asked)), /Mise à jour enregistrée/);

    const stored = await house.storage.updates.find(week, 'SPNC');
    deepEqual(
      { ...stored },
      {
        projectKey: 'SPNC',
        week: '2026-W47',
        version: 1,
        health: 'atRisk',
        progress: 62,
        summary: 'La recherche **avance**.',
        done: [],
        next: [],
        risks: ['Délai', 'Budget'],
        decisions: [],
        unchangedWeeks: 0,
        authorId: referent.aadObjectId,
        authorName: 'Noé Référent',
        at,
      },
    );
    equal((await house.storage.projects.find('SPNC'))?.latest?.health, 'atRisk');
  });

  it('once, however often the same form arrives', async () => {
    const data = await filledForm(referent);
    const answers = await Promise.all([
      referent.presses('update.submit', data),
      referent.presses('update.submit', data),
      referent.submits({ ...data, verb: 'update.submit' }),
    ]);
    deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    equal((await house.storage.updates.find(week, 'SPNC'))?.version, 1);
  });

  it('and the bot started again still knows it', async () => {
    await referent.presses('update.submit', await filledForm(referent));
    await house.restart();
    const again = house.user('Noé Référent', { aadObjectId: referent.aadObjectId });
    const form = cardsOf((await again.says('maj SPNC')).replies[0]?.activity)[0];
    match(textOf(form), /En bonne voie · 40.% · cette semaine/);
    equal(inputsOf(form).get('health')?.value, 'onTrack');
    equal(inputsOf(form).get('progress')?.value, 40);
    equal(inputsOf(form).get('risks')?.value, 'Délai du certificat');
  });

  it('and sees what is wrong beside its field, with all that was typed', async () => {
    const data = await filledForm(referent);
    const refused = await referent.presses('update.submit', {
      ...data,
      summary: 'x'.repeat(281),
      progress: '150',
      next: 'Une étape\n'.repeat(11),
      decisions: 'Faut-il *tout* refaire ?',
    });
    const card = cardIn(refused);
    match(textOf(card), /Rien n’est encore enregistré : 3 points sont à corriger/);
    match(textOf(card), /280 caractères au plus/);
    match(textOf(card), /un nombre de 0 à 100/);
    match(textOf(card), /Dix lignes au plus/);
    equal(inputsOf(card).get('summary')?.value, 'x'.repeat(281));
    equal(inputsOf(card).get('decisions')?.value, 'Faut-il *tout* refaire ?');
    equal(await house.storage.updates.find(week, 'SPNC'), undefined);

    const corrected = await referent.presses(
      'update.submit',
      { progress: '50', summary: 'Court', next: '' },
      { card },
    );
    match(textOf(cardIn(corrected)), /enregistrée/);
    equal((await house.storage.updates.find(week, 'SPNC'))?.decisions[0], 'Faut-il *tout* refaire ?');
  });

  it('and is asked which project when the name is not clear', async () => {
    const listed = cardsOf((await referent.says('maj')).replies[0]?.activity)[0];
    match(textOf(listed), /De quel projet s’agit-il/);
    const chosen = await referent.presses('update.open', { projectKey: 'SPNC' }, { card: listed });
    match(textOf(cardsOf(chosen.replies[0]?.activity)[0]), /Portail service-public\.nc/);
    // Teams takes an empty answer for a failure and presses the button again.
    equal(answerText(chosen), '✓');
    const unknown = await referent.says('maj Tartempion');
    match(textOf(unknown.replies[0]?.activity), /Je ne connais pas ce projet/);
  });

  it('only of a project of theirs, whatever the card says', async () => {
    const data = await filledForm(referent);
    const forged = await referent.presses('update.submit', { ...data, projectKey: 'NCCO' });
    match(answerText(forged), /Seuls le référent de « NC Connect »/);
    equal(await house.storage.updates.find(week, 'NCCO'), undefined);

    const partner = house.user('Paul Partenaire');
    const refused = await partner.presses('update.submit', data);
    match(answerText(refused), /Seuls le référent/);
    match(textOf((await partner.says('maj SPNC')).replies[0]?.activity), /référents et par la mission/);
    equal(await house.storage.updates.find(week, 'SPNC'), undefined);
  });

  it('and forged values of any shape are refused with a sentence', async () => {
    const data = await filledForm(referent);
    for (const forged of [
      { ...data, health: '__proto__' },
      { ...data, summary: { $ne: '' } },
      { ...data, summary: 'x'.repeat(200_000) },
      { ...data, formId: '../../x' },
      { ...data, formId: undefined },
      { ...data, progress: [1] },
      { ...data, projectKey: { toString: 'SPNC' } },
      { ...data, projectKey: "SPNC' or PartitionKey ne '" },
      {},
    ]) {
      const given = await referent.presses('update.submit', forged);
      equal(given.status, 200);
      match(answerText(given), /projet|encore enregistré/);
    }
    equal(await house.storage.updates.find(week, 'SPNC'), undefined);
  });

  it('and is answered though Teams is busy or another message is just being written', async () => {
    house.connector.fault({ kind: 'post' }, [answer.throttled(), answer.precondition()]);
    match(textOf((await referent.says('maj SPNC')).replies.at(-1)?.activity), /Mise à jour · semaine 47/);
    equal(house.connector.messagesIn(referent.conversationIdIn()).size, 2);
  });

  it('in English when their Teams is English', async () => {
    const eve = house.user('Eve', { locale: 'en-GB' });
    const help = textOf((await eve.says('Hello!')).replies[0]?.activity);
    match(help, /Help/);
    doesNotMatch(help, /Aide/);
  });

  it('and unknown words bring the three closest commands', async () => {
    const card = cardsOf((await referent.says('porjets')).replies[0]?.activity)[0];
    match(textOf(card), /Je n’ai pas compris/);
    equal(actionsOf(card).length, 3);
    const opened = await referent.presses('command.open', {}, { card });
    match(textOf(opened.replies[0]?.activity), /Projets/);
  });

  async function filledForm(user: TeamsUser): Promise<Record<string, unknown>> {
    const form = cardsOf((await user.says('maj SPNC')).replies[0]?.activity)[0];
    const submit = actionsOf(form).find(({ verb }) => verb === 'update.submit');
    return {
      ...(submit?.data as object),
      health: 'onTrack',
      progress: '40',
      summary: 'Tout va bien.',
      risks: 'Délai du certificat',
    };
  }
});

const cardIn = ({ body }: BotAnswer) => (body as { value: CardNode }).value;

function onlyMessage(house: House, user: TeamsUser, asked: BotAnswer) {
  const message = house.connector.messagesIn(user.conversationIdIn()).get(asked.replies[0]?.activityId ?? '');
  ok(message);
  return message;
}
