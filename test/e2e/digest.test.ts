import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { newUlid } from '../../src/shared/ids.ts';
import { answerText, cardsOf, textOf } from '../support/cards.ts';
import { type Answer, answer } from '../support/connector-answers.ts';
import { general, type House, openHouse } from '../support/house.ts';
import { project, update, week } from '../support/samples.ts';
import type { TeamsUser } from '../support/teams-user.ts';

const thursday = '2026-11-18T22:00:00.000Z'; // 09:00 on Thursday 19 November in Nouméa, week 47
const mondayMorning = '2026-11-22T21:00:00.000Z'; // 08:00 on Monday 23 November in Nouméa

describe('The lead publishes the point hebdo', () => {
  let house: House;
  let lead: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at: thursday });
    lead = house.lead();
    await house.storage.projects.add(project());
    await house.storage.projects.add(
      project({ key: 'BOOS', name: 'Boîte à outils', programme: 'incubation' }),
    );
    await house.storage.projects.noteLatest('BOOS', {
      week: week('2026-W44'),
      version: 1,
      health: 'offTrack',
    });
    await house.storage.updates.save(
      update({
        health: 'atRisk',
        summary: 'Bon de *commande* signé.',
        risks: ['Délai du certificat'],
        next: ['Recette'],
      }),
      newUlid(),
    );
  });
  afterEach(() => house.close());

  const posts = () =>
    [...house.connector.messagesIn(general.channelId).values()].filter(
      (message) => cardsOf(message).length > 0,
    );

  it('in the channel where it was asked to, once', async () => {
    match(textOf((await lead.says('point publier')).replies[0]?.activity), /Aucun canal n’est choisi/);
    match(
      textOf((await lead.says('point ici', { in: general })).replies[0]?.activity),
      /sera publié dans ce canal/,
    );

    match(
      textOf((await lead.says('point publier', { in: general })).replies[0]?.activity),
      /semaine 47 part/,
    );
    await house.connector.waitFor({ kind: 'create' });
    const [digest] = posts();
    const text = textOf(digest);
    match(text, /Point hebdo · semaine 47/);
    match(text, /16–22 novembre 2026 · 1 projet sur 2 a donné des nouvelles/);
    match(text, /Bon de \*commande\* signé\.\n⚠ Délai du certificat\nÀ venir : Recette/);
    match(
      text,
      /Sans nouvelles\n⚪ Boîte à outils · en difficulté à sa dernière mise à jour, il y a 3 semaines/,
    );

    match(
      textOf((await lead.says('point publier')).replies[0]?.activity),
      /C’est déjà fait|en cours de publication/,
    );
    // Closing waits for the deliveries under way.
    await house.restart();
    lead = house.lead();
    match(textOf((await lead.says('point publier')).replies[0]?.activity), /C’est déjà fait/);
    await house.app.runJobs();
    equal(posts().length, 1);
  });

  it('after a private preview that says the same', async () => {
    await lead.says('point ici', { in: general });
    await lead.says('bonjour');
    const asked = await lead.says('point', { in: general });
    match(textOf(asked.replies.at(-1)?.activity), /conversation privée/);
    const preview = [...house.connector.messagesIn(lead.conversationIdIn()).values()].at(-1);
    match(textOf(preview), /Aperçu : vous seul le voyez/);
    match(textOf(preview), /Bon de \*commande\* signé/);
    equal(posts().length, 0);

    const published = await lead.presses('digest.publish', {}, { card: cardsOf(preview)[0] });
    match(answerText(published), /semaine 47 part/);
    await house.connector.waitFor(
      (sent) => sent.kind === 'create' && sent.conversationId.startsWith(general.channelId),
    );
    equal(posts().length, 1);
  });

  it('but nobody else does, and nobody outside the mission sees the preview', async () => {
    await lead.says('point ici', { in: general });
    const partner = house.user('Paul Partenaire');
    match(textOf((await partner.says('point')).replies[0]?.activity), /réservé à la mission/);
    match(textOf((await partner.says('point publier')).replies[0]?.activity), /Seul le responsable/);
    match(
      textOf((await partner.says('point ici', { in: general })).replies[0]?.activity),
      /Seul le responsable/,
    );
    match(textOf((await partner.says('point arrêter')).replies[0]?.activity), /Seul le responsable/);
    match(answerText(await partner.presses('digest.publish', { week: '2026-W47' })), /Seul le responsable/);
    match(answerText(await partner.presses('channel.unbind', {})), /Seul le responsable/);
    await house.app.runJobs();
    equal(posts().length, 0);
    ok(await house.storage.channels.findBound());
  });

  it('not for a week that is over, nor for nonsense', async () => {
    await lead.says('point ici', { in: general });
    for (const forged of ['2026-W40', '2026-W48', '2026-W99', '', null, { $gt: '' }]) {
      match(answerText(await lead.presses('digest.publish', { week: forged })), /ne peut plus être publiée/);
    }
    equal(posts().length, 0);
  });

  it('and stops it', async () => {
    match(textOf((await lead.says('point arrêter')).replies[0]?.activity), /rien à arrêter/);
    await lead.says('point ici', { in: general });
    match(textOf((await lead.says('point arrêter')).replies[0]?.activity), /n’est plus publié/);
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    equal(posts().length, 0);
    match(textOf((await lead.says('point ici')).replies[0]?.activity), /ce n’est pas un canal/);
  });
});

describe('The clock publishes the point hebdo', () => {
  let house: House;
  let lead: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at: thursday });
    lead = house.lead();
    await house.storage.projects.add(project());
    await house.storage.updates.save(update(), newUlid());
    await lead.says('point ici', { in: general });
  });
  afterEach(() => house.close());

  const posts = () =>
    [...house.connector.messagesIn(general.channelId).values()].filter(
      (message) => cardsOf(message).length > 0,
    );

  it('on Monday at eight, not a minute before, and only once', async () => {
    house.clock.at = '2026-11-22T20:59:00.000Z';
    await house.app.runJobs();
    equal(posts().length, 0);
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    await house.app.runJobs();
    await house.restart();
    await house.app.runJobs();
    equal(posts().length, 1);
    match(textOf(posts()[0]), /semaine 47/);
  });

  it('as soon as the bot is back when it was down at that hour', async () => {
    house.clock.at = '2026-11-25T03:00:00.000Z';
    await house.app.runJobs();
    match(textOf(posts()[0]), /semaine 47/);
  });

  it('at the hour the mission set', async () => {
    await house.storage.settings.change((settings) => ({
      ...settings,
      digest: { weekday: 2, hour: '10:00' },
    }));
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    equal(posts().length, 0);
    house.clock.at = '2026-11-23T23:00:00.000Z';
    await house.app.runJobs();
    equal(posts().length, 1);
  });

  it('not again when the lead has published the week before', async () => {
    await lead.says('point publier');
    await house.connector.waitFor({ kind: 'create' });
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    equal(posts().length, 1);
  });

  it('where Teams serves the channel now, though that changed since it was bound', async () => {
    const bound = await house.storage.channels.findBound();
    ok(bound);
    await house.storage.channels.bind({
      ...bound,
      address: { ...bound.address, serviceUrl: 'http://127.0.0.1:1/old/' },
    });
    await lead.says('aide', { in: general });
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    match(textOf(posts().at(-1)), /Point hebdo · semaine 47/);
  });

  const later: [string, Answer][] = [
    ['Teams asks to wait', answer.throttled(1)],
    ['Teams asks to wait without saying how long', answer.throttled()],
    ['another message is being written there', answer.precondition()],
  ];
  for (const [title, fault] of later) {
    it(`a little later when ${title}, once`, async () => {
      house.connector.fault({ kind: 'create' }, [fault]);
      house.clock.at = mondayMorning;
      await house.app.runJobs();
      equal(posts().length, 0);
      await house.connector.waitFor({ kind: 'create' }, 2);
      equal(posts().length, 1);
      ok(!textOf(posts()[0]).includes('renvoyé'));
    });
  }

  it('again, marked as a repeat, when nobody knows whether the first went out', async () => {
    house.connector.fault({ kind: 'create' }, [answer.serverError(502, { stored: true })]);
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    await house.connector.waitFor({ kind: 'create' }, 2);
    equal(posts().length, 2);
    deepEqual(
      posts().map((post) => textOf(post).includes('Message renvoyé')),
      [false, true],
    );
  });

  it('and says so when Teams will not have it', async () => {
    house.connector.removeBot(general.channelId);
    house.clock.at = mondayMorning;
    await house.app.runJobs();
    equal(posts().length, 0);
    house.connector.addBot(general.channelId);
    const asked = await lead.presses('digest.publish', { week: '2026-W47' });
    match(answerText(asked), /n’a pas pu être remis/);
  });
});
