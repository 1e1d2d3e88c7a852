import { deepEqual, equal, match } from 'node:assert/strict';
import { newUlid } from '../../src/shared/ids.ts';
import { answerText, type CardNode, cardsOf, inputsOf, textOf } from '../support/cards.ts';
import { general, type House, openHouse } from '../support/house.ts';
import { project, update, week } from '../support/samples.ts';
import type { TeamsUser } from '../support/teams-user.ts';

const thursday = '2026-11-18T22:00:00.000Z'; // week 47 in Nouméa
const weeksLater = (count: number) => new Date(Date.parse(thursday) + count * 7 * 86_400_000).toISOString();

describe('An update from week to week', () => {
  let house: House;
  let referent: TeamsUser;
  let deputy: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at: thursday });
    referent = await house.member('Noé Référent', 'referent');
    deputy = await house.member('Dina Suppléante', 'referent');
    await house.storage.projects.add(
      project({ referentId: referent.aadObjectId, deputyId: deputy.aadObjectId, targetDate: '2026-10-30' }),
    );
    await house.storage.projects.add(
      project({ key: 'NCCO', name: 'NC Connect : identité', referentId: 'other' }),
    );
  });
  afterEach(() => house.close());

  const formOf = async (user: TeamsUser) => cardsOf((await user.says('maj SPNC')).replies[0]?.activity)[0];
  const stored = (of = '2026-W47') => house.storage.updates.find(week(of), 'SPNC');
  const post = async (user: TeamsUser, typed: object) =>
    user.presses(
      'update.submit',
      { health: 'onTrack', summary: 'Tout va bien.', ...typed },
      { card: await formOf(user) },
    );

  it('may say « Rien de neuf » two weeks running, then needs a sentence', async () => {
    await post(referent, { progress: '40', risks: 'Délai' });
    for (const later of [1, 2]) {
      house.clock.at = weeksLater(later);
      const said = await referent.presses('update.unchanged', {}, { card: await formOf(referent) });
      match(answerText(said), /Rien de neuf/);
      match(answerText(said), /En bonne voie · 40 %/);
    }
    equal((await stored('2026-W49'))?.unchangedWeeks, 2);
    deepEqual((await stored('2026-W49'))?.risks, ['Délai']);

    house.clock.at = weeksLater(3);
    const third = await referent.presses('update.unchanged', {}, { card: await formOf(referent) });
    match(answerText(third), /deux semaines de suite : écrivez cette fois une phrase/);
    equal(await stored('2026-W50'), undefined);

    const form = (third.body as { value: CardNode }).value;
    const written = await referent.presses(
      'update.submit',
      { summary: 'La recette avance.' },
      { card: form },
    );
    match(answerText(written), /enregistrée · semaine 50/);
    equal((await stored('2026-W50'))?.unchangedWeeks, 0);
  });

  it('says « Rien de neuf » once, however often it is pressed, and not before there is anything', async () => {
    const forged = await referent.presses('update.unchanged', { formId: newUlid(), projectKey: 'SPNC' });
    match(answerText(forged), /Écrivez l’essentiel/);
    await post(referent, {});
    house.clock.at = weeksLater(1);
    const card = await formOf(referent);
    await Promise.all([
      referent.presses('update.unchanged', {}, { card }),
      referent.presses('update.unchanged', {}, { card }),
    ]);
    equal((await stored('2026-W48'))?.version, 1);
  });

  it('can be corrected, and every version stays readable', async () => {
    await post(referent, { summary: 'Première rédaction.' });
    const corrected = await referent.presses('update.edit', { projectKey: 'SPNC', week: '2026-W47' });
    const form = cardsOf(corrected.replies[0]?.activity)[0];
    equal(inputsOf(form).get('summary')?.value, 'Première rédaction.');
    match(textOf(form), /déjà une mise à jour \(version 1\)/);
    const receipt = await referent.presses(
      'update.submit',
      { summary: 'Seconde rédaction.' },
      { card: form },
    );
    match(answerText(receipt), /version 2/);

    const versions = await referent.presses('update.versions', { projectKey: 'SPNC', week: '2026-W47' });
    const text = textOf(versions.replies[0]?.activity);
    match(text, /version 2 · Noé Référent[\s\S]*Seconde rédaction[\s\S]*version 1[\s\S]*Première rédaction/);
  });

  it('is corrected after its week by author, deputy and mission, marked as late, and not for ever', async () => {
    await post(referent, { summary: 'À temps.' });
    house.clock.at = weeksLater(2);
    const mission = await house.member('Mia Mission', 'staff');
    for (const user of [referent, deputy, mission]) {
      const asked = await user.presses('update.edit', { projectKey: 'SPNC', week: '2026-W47' });
      const form = cardsOf(asked.replies[0]?.activity)[0];
      const receipt = await user.presses('update.submit', { summary: `De ${user.name}.` }, { card: form });
      match(answerText(receipt), /semaine 47/);
      match(answerText(receipt), /corrigée après coup/);
    }
    equal((await stored())?.version, 4);
    equal((await house.storage.projects.find('SPNC'))?.latest?.version, 4);

    const stranger = await house.member('Sam Autre', 'referent');
    match(
      answerText(await stranger.presses('update.edit', { projectKey: 'SPNC', week: '2026-W47' })),
      /Seuls le référent/,
    );
    house.clock.at = weeksLater(12);
    const tooLate = {
      formId: newUlid(),
      projectKey: 'SPNC',
      week: '2026-W47',
      health: 'onTrack',
      summary: 'x',
    };
    match(answerText(await referent.presses('update.submit', tooLate)), /ne peut plus être corrigée/);
    match(
      answerText(await referent.presses('update.submit', { ...tooLate, week: '2027-W40' })),
      /ne peut plus/,
    );
    equal((await stored())?.version, 4);
  });

  it('written by two at the same moment loses neither: the later one sees the other’s and decides', async () => {
    const [one, two] = [await formOf(referent), await formOf(deputy)];
    await referent.presses('update.submit', { health: 'onTrack', summary: 'De Noé.' }, { card: one });
    const later = await deputy.presses(
      'update.submit',
      { health: 'atRisk', summary: 'De Dina.' },
      { card: two },
    );
    match(answerText(later), /Noé Référent a publié entre-temps[\s\S]*De Noé\./);
    const again = (later.body as { value: CardNode }).value;
    equal(inputsOf(again).get('summary')?.value, 'De Dina.');
    equal((await stored())?.version, 1);

    match(answerText(await deputy.presses('update.submit', {}, { card: again })), /version 2/);
    equal((await stored())?.summary, 'De Dina.');
    equal((await house.storage.updates.listVersions(week('2026-W47'), 'SPNC')).length, 2);
  });

  it('asks on the receipt about what looks like a slip, and has recorded it all the same', async () => {
    await post(referent, { progress: '60' });
    const receipt = await post(referent, {
      progress: '40',
      next: 'Bascule le 12/11',
      risks: 'Chantier bloqué',
    });
    const text = answerText(receipt);
    match(text, /À vérifier/);
    match(text, /L’avancement passe de 60 % à 40 %/);
    match(text, /un risque parle de blocage/);
    match(text, /date passée : Bascule le 12\/11/);
    match(text, /L’échéance du projet était le 30 octobre 2026/);
    equal((await stored())?.progress, 40);
  });

  it('of a paused project says so', async () => {
    await house.storage.projects.add(
      project({ key: 'PAUS', state: 'paused', referentId: referent.aadObjectId }),
    );
    match(textOf((await referent.says('maj PAUS')).replies[0]?.activity), /en pause : il n’est pas attendu/);
  });
});

describe('A référent writes freely', () => {
  let house: House;
  let referent: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at: thursday });
    referent = await house.member('Noé Référent', 'referent');
    const own = { referentId: referent.aadObjectId };
    await house.storage.projects.add(
      project({ key: 'NCCO', name: 'NC Connect : identité numérique', ...own }),
    );
    await house.storage.projects.add(project({ key: 'SPNC', ...own }));
    await house.storage.projects.add(
      project({ key: 'RIDA', name: 'API du répertoire RIDET', referentId: 'other' }),
    );
    await house.storage.updates.save(
      update({ projectKey: 'NCCO', week: week('2026-W46'), risks: ['Ancien risque'] }),
      newUlid(),
    );
  });
  afterEach(() => house.close());

  const message =
    'maj NC Connect : recette terminée, risque sur le budget, prochaine étape bascule le 12/03, 80 %';

  it('and confirms what the bot understood; the message is kept', async () => {
    const form = cardsOf((await referent.says(message)).replies[0]?.activity)[0];
    match(textOf(form), /Voici ce que j’ai compris/);
    match(textOf(form), /NC Connect/);
    const inputs = inputsOf(form);
    equal(inputs.get('progress')?.value, 80);
    match(String(inputs.get('risks')?.value), /budget/);
    match(String(inputs.get('next')?.value), /bascule le 12\/03/);
    match(String(inputs.get('summary')?.value), /recette terminée/i);
    equal(await house.storage.updates.find(week('2026-W47'), 'NCCO'), undefined);

    await referent.presses('update.submit', { health: 'onTrack' }, { card: form });
    const stored = await house.storage.updates.find(week('2026-W47'), 'NCCO');
    equal(stored?.originalText, message);
    equal(stored?.progress, 80);
  });

  it('without the command, in private and in a channel', async () => {
    const words = 'NC Connect avance bien, 70 %, la recette est terminée';
    match(textOf((await referent.says(words)).replies[0]?.activity), /Voici ce que j’ai compris/);
    match(
      textOf((await referent.says(words, { in: general })).replies[0]?.activity),
      /Voici ce que j’ai compris/,
    );
  });

  it('though the message begins like a command to see a project', async () => {
    const words = 'projet NC Connect : recette terminée, tout va bien, 80 %';
    match(textOf((await referent.says(words)).replies[0]?.activity), /Voici ce que j’ai compris/);
    match(textOf((await referent.says('projet NC Connect')).replies[0]?.activity), /NCCO/);
  });

  it('and is asked which project when the message does not say', async () => {
    const asked = cardsOf(
      (await referent.says('Ça avance bien, on est à 70 %, la recette est terminée')).replies[0]?.activity,
    )[0];
    match(textOf(asked), /De quel projet|Plusieurs projets/);
    const opened = await referent.presses('update.open', { projectKey: 'SPNC' }, { card: asked });
    const form = cardsOf(opened.replies[0]?.activity)[0];
    match(textOf(form), /Portail service-public/);
    equal(inputsOf(form).get('progress')?.value, 70);
  });

  it('but thanks, questions and greetings never become an update', async () => {
    for (const words of [
      'Merci beaucoup !',
      'Tu peux me rappeler la date du comité ?',
      'Où en est NC Connect ?',
      'ok',
    ]) {
      match(textOf((await referent.says(words)).replies[0]?.activity), /Je n’ai pas compris/, words);
    }
  });

  it('nor the words of a partner, nor news of somebody else’s project', async () => {
    const partner = house.user('Paul Partenaire');
    match(
      textOf((await partner.says('NC Connect avance bien, 70 %')).replies[0]?.activity),
      /Je n’ai pas compris/,
    );
    const other = await referent.says('API du répertoire RIDET : recette terminée, 80 %');
    match(textOf(other.replies[0]?.activity), /Seuls le référent/);
  });
});
