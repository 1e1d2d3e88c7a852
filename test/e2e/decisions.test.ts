import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { decisionIdOf, questionIdOf } from '../../src/decisions/decision.ts';
import { newUlid } from '../../src/shared/ids.ts';
import type { Role } from '../../src/shared/role.ts';
import { actionsOf, answerText, type CardNode, cardsOf, inputsOf, textOf } from '../support/cards.ts';
import { general, type House, openHouse } from '../support/house.ts';
import { answered, decision, project, update, week } from '../support/samples.ts';
import type { BotAnswer, TeamsUser } from '../support/teams-user.ts';

const thursday = '2026-11-18T22:00:00.000Z'; // 09:00 on Thursday 19 November in Nouméa, week 47
const nextTuesday = '2026-11-23T22:00:00.000Z'; // week 48
const question = 'Ouvre-t-on le portail aux **communes** ?';

const can = (isAllowed: boolean) => (isAllowed ? 'may' : 'may not');

describe('Decisions', () => {
  let house: House;
  let lead: TeamsUser;
  let referent: TeamsUser;
  let deputy: TeamsUser;

  beforeEach(async () => {
    house = await openHouse({ at: thursday });
    lead = house.lead();
    referent = await house.member('Noé Référent', 'referent');
    deputy = await house.member('Dana Suppléante', 'referent', { locale: 'en-GB' });
    await lead.says('bonjour');
    await house.storage.projects.add(
      project({ referentId: referent.aadObjectId, deputyId: deputy.aadObjectId }),
    );
  });
  afterEach(() => house.close());

  describe('asked in an update', () => {
    it('wait in the list, in the digest, and are answered once, in private to those who asked', async () => {
      await reports({ decisions: `- ${question}\n- Qui paie ?` });

      const listed = await lead.says('Décisions !');
      const list = cardsOf(listed.replies[0]?.activity)[0];
      match(textOf(list), /2 décisions attendues/);
      match(
        textOf(list),
        /Ouvre-t-on le portail aux \*\*communes\*\* \?\nPortail service-public\.nc · Noé Référent · cette semaine\nRépondre/,
      );

      await lead.says('point ici', { in: general });
      await lead.says('point publier');
      await house.connector.waitFor({ kind: 'create' });
      const digest = cardsOf([...house.connector.messagesIn(general.channelId).values()].at(-1))[0];
      match(textOf(digest), /Décisions attendues · 2\nOuvre-t-on/);

      // From the digest of the channel, the form goes to the lead's private chat.
      const before = house.connector.messagesIn(lead.conversationIdIn()).size;
      const opened = await lead.presses('decision.open', {}, { card: digest, in: general });
      match(answerText(opened), /conversation privée/);
      const messages = [...house.connector.messagesIn(lead.conversationIdIn()).entries()];
      equal(messages.length, before + 1);
      const [formMessageId, formMessage] = messages.at(-1) ?? [];
      const form = cardsOf(formMessage)[0];
      match(textOf(form), /Répondre à une décision attendue/);

      const refused = await lead.presses('decision.answer', { answer: 'x'.repeat(501) }, { card: form });
      match(textOf(cardIn(refused)), /500 caractères au plus/);
      equal(inputsOf(cardIn(refused)).get('answer')?.value, 'x'.repeat(501));
      equal((await house.storage.decisions.listOpen()).length, 2);

      const answer = { answer: 'Oui, *dès* janvier.\nAvec Nouméa d’abord.' };
      const on = { card: form, messageId: formMessageId ?? '' };
      const [first, again] = await Promise.all([
        lead.presses('decision.answer', answer, on),
        lead.presses('decision.answer', { answer: 'Non.' }, on),
      ]);
      const receipt = textOf(cardIn(first));
      match(receipt, /Décision rendue/);
      equal(receipt, textOf(cardIn(again)), 'both see the one answer that was recorded');

      await house.app.runJobs();
      for (const [person, sentence] of [
        [referent, /Votre question a sa réponse\nPortail service-public\.nc\nOuvre-t-on/],
        [deputy, /Your question has its answer\nPortail service-public\.nc\nOuvre-t-on/],
      ] as const) {
        const told = noticesTo(person);
        equal(told.length, 1);
        match(told[0] ?? '', sentence);
        ok(told[0]?.includes(receipt.includes('janvier') ? 'Oui, *dès* janvier.' : 'Non.'));
      }

      const after = textOf((await referent.says('décisions')).replies[0]?.activity);
      match(after, /1 décision attendue\n/);
      doesNotMatch(after, /communes/);
      // The button of the digest that is already out shows the answer.
      await lead.presses('decision.open', {}, { card: digest, in: general });
      match(
        textOf([...house.connector.messagesIn(lead.conversationIdIn()).values()].at(-1)),
        /Décision rendue/,
      );
    });

    it('keep their age while they are asked again, in whatever letters', async () => {
      await reports({ decisions: question });
      house.clock.at = nextTuesday;
      await reports({ decisions: `${question.toUpperCase().slice(0, -2)}` });
      const open = await house.storage.decisions.listOpen();
      equal(open.length, 1);
      deepEqual([open[0]?.askedWeek, open[0]?.lastAsked], ['2026-W47', { week: '2026-W48', version: 1 }]);
      match(textOf((await lead.says('décisions')).replies[0]?.activity), /Noé Référent · il y a 1 semaine/);
    });

    it('are new when they are asked again after the answer, but not when the week is only corrected', async () => {
      await reports({ decisions: question });
      await answers(await onlyId());
      await reports({ decisions: question, summary: 'Une faute corrigée.' });
      await house.app.runJobs();
      deepEqual(await house.storage.decisions.listOpen(), []);

      house.clock.at = nextTuesday;
      await reports({ decisions: question });
      const [open] = await house.storage.decisions.listOpen();
      equal(open?.askedWeek, '2026-W48');
      await house.app.runJobs();
      equal((await house.storage.decisions.listOpen()).length, 1);
    });

    it('are withdrawn when the week is corrected without them, and come back when it asks again', async () => {
      await house.storage.decisions.addOpen(
        decision({ question: 'Une ancienne ?', askedWeek: week('2026-W45') }),
      );
      await reports({ decisions: `${question}\nQui paie ?` });
      await reports({ decisions: 'Qui paie ?' });
      deepEqual(await openQuestions(), ['Une ancienne ?', 'Qui paie ?']);
      await reports({ decisions: `Qui paie ?\n${question}` });
      deepEqual((await openQuestions()).sort(), [question, 'Qui paie ?', 'Une ancienne ?'].sort());
      // An old form delivered again takes nothing back.
      await house.app.runJobs();
      equal((await openQuestions()).length, 3);
    });

    it('survive a crash between the update and the register', async () => {
      await house.storage.updates.save(update({ decisions: [question] }), newUlid());
      await house.storage.updates.save(
        update({ projectKey: 'NCCO', week: week('2026-W46'), decisions: ['Et la suite ?'] }),
        newUlid(),
      );
      await house.app.runJobs();
      const repaired = await house.storage.decisions.listOpen();
      deepEqual(
        repaired.map((one) => one.question),
        ['Et la suite ?', question],
      );
      await house.app.runJobs();
      deepEqual(await house.storage.decisions.listOpen(), repaired);
    });

    it('survive a crash in the middle of an answer: it is told, and the question is gone', async () => {
      const open = decision({ askedById: referent.aadObjectId });
      await house.storage.decisions.addOpen(open);
      await house.storage.decisions.addClosed(answered(open, { byId: lead.aadObjectId }));
      for (let round = 0; round < 2; round += 1) await house.app.runJobs();
      deepEqual(await house.storage.decisions.listOpen(), []);
      equal(noticesTo(referent).length, 1);
      equal(noticesTo(deputy).length, 1);
      match(noticesTo(referent)[0] ?? '', /Oui, dès janvier\./);
    });

    it('are answered even when one of those concerned cannot be reached', async () => {
      await house.storage.projects.add(project({ key: 'NCCO', referentId: 'never-met' }));
      await house.storage.decisions.addOpen(decision({ projectKey: 'NCCO', askedById: deputy.aadObjectId }));
      match(textOf(cardIn(await answers(await onlyId()))), /Décision rendue/);
      await house.app.runJobs();
      equal(noticesTo(deputy).length, 1);
    });
  });

  describe('in a long list', () => {
    beforeEach(async () => {
      for (let n = 1; n <= 12; n += 1) {
        await house.storage.decisions.addOpen(
          decision({ question: `Question ${n} ?`, askedAt: `2026-11-17T22:00:${10 + n}.000Z` }),
        );
      }
    });

    it('come five at a time to the lead, ten to who only reads, the oldest first, and round again', async () => {
      const partner = await house.member('Paul Partenaire', 'partner');
      const read = cardsOf((await partner.says('décisions')).replies[0]?.activity)[0];
      match(textOf(read), /12 décisions attendues\nDe 1 à 10/);
      deepEqual(numbers(read), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      equal(actionsOf(read).length, 1);

      let page = cardsOf((await lead.says('decisions')).replies[0]?.activity)[0];
      const seen = [numbers(page)];
      for (let press = 0; press < 3; press += 1) {
        ok(actionsOf(page).length <= 6);
        page = cardIn(await lead.presses('decision.list', {}, { card: page }));
        seen.push(numbers(page));
      }
      deepEqual(seen, [
        [1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10],
        [11, 12],
        [1, 2, 3, 4, 5],
      ]);
    });

    it('are three on the digest, and the others are counted', async () => {
      await house.storage.updates.save(update(), newUlid());
      const preview = cardsOf((await lead.says('point')).replies[0]?.activity)[0];
      match(textOf(preview), /Décisions attendues · 3 sur 12\nQuestion 1 \?/);
      match(textOf(preview), /Les 9 autres : écrivez « décisions »\./);
      deepEqual(numbers(preview), [1, 2, 3]);
    });
  });

  describe('are withdrawn', () => {
    let id: string;
    beforeEach(async () => {
      await house.storage.decisions.addOpen(decision({ question }));
      id = await onlyId();
    });

    it('from the list by the référent, who sees what is left', async () => {
      await house.storage.decisions.addOpen(decision({ question: 'Qui paie ?' }));
      const list = cardsOf((await referent.says('décisions')).replies[0]?.activity)[0];
      const pressed = actionsOf(list).find(({ data }) => (data as { decisionId?: string }).decisionId === id);
      const left = textOf(cardIn(await referent.presses('decision.withdraw', pressed?.data as object)));
      match(left, /✅ Question retirée\n1 décision attendue\nQui paie \?/);
      await house.app.runJobs();
      equal(noticesTo(deputy).length, 0);
    });

    it('from the form by the lead', async () => {
      const form = cardsOf((await lead.presses('decision.open', { decisionId: id })).replies[0]?.activity)[0];
      match(textOf(cardIn(await lead.presses('decision.withdraw', {}, { card: form }))), /Question retirée/);
      deepEqual(await openQuestions(), []);
      // Too late to answer: the lead sees how it ended.
      match(textOf(cardIn(await answers(id))), /Question retirée/);
    });
  });

  describe('are', () => {
    const who: [string, Role, boolean, boolean][] = [
      ['a partner', 'partner', false, false],
      ['a référent of another project', 'referent', false, false],
      ['the référent', 'referent', false, true],
      ['the deputy', 'referent', false, true],
      ['the staff', 'staff', false, true],
      ['the lead', 'lead', true, true],
    ];
    for (const [name, role, mayAnswer, mayWithdraw] of who) {
      it(`listed for ${name}, who ${can(mayAnswer)} answer and ${can(mayWithdraw)} withdraw`, async () => {
        await house.storage.decisions.addOpen(decision({ question }));
        const id = await onlyId();
        const person =
          name === 'the référent'
            ? referent
            : name === 'the deputy'
              ? deputy
              : await house.member('Ève', role);
        match(textOf((await person.says('décisions')).replies[0]?.activity), /Ouvre-t-on/);

        const opened = await person.presses('decision.open', { decisionId: id });
        equal(opened.replies.length, mayAnswer ? 1 : 0);
        const sent = await person.presses('decision.answer', { decisionId: id, answer: 'Oui' });
        match(shown(sent), mayAnswer ? /Décision rendue/ : /Seul le responsable|Only the mission lead/);
        equal((await openQuestions()).length, mayAnswer ? 0 : 1);
        if (mayAnswer)
          await house.storage.decisions.addOpen(decision({ question, askedWeek: week('2026-W46') }));

        const withdrawn = await person.presses('decision.withdraw', { decisionId: await onlyId() });
        match(
          shown(withdrawn),
          mayWithdraw ? /Question retirée|Question withdrawn/ : /Seuls le référent de « Portail/,
        );
        equal((await openQuestions()).length, mayWithdraw ? 0 : 1);
      });
    }
  });

  it('refuse forged ids and answers of any shape with a sentence, and nothing changes', async () => {
    await house.storage.decisions.addOpen(decision({ question }));
    const id = await onlyId();
    const other = decisionIdOf(questionIdOf('SPNC', 'Jamais posée ?'), {
      week: week('2026-W47'),
      version: 1,
    });
    for (const decisionId of [
      other,
      `${id}'`,
      '../x',
      '__proto__',
      { id },
      [id],
      null,
      7,
      'x'.repeat(9999),
    ]) {
      for (const verb of ['decision.open', 'decision.answer', 'decision.withdraw']) {
        const answer = await lead.presses(verb, { decisionId, answer: 'Oui' });
        equal(answer.status, 200);
        match(answerText(answer), /n’est plus au registre/);
      }
    }
    for (const answer of [undefined, '', ' \n ', { $ne: '' }, ['Oui'], 7, 'x'.repeat(100_000)]) {
      const refused = await lead.presses('decision.answer', { decisionId: id, answer });
      match(textOf(cardIn(refused)), /500 caractères au plus/);
    }
    for (const page of [-1, 1.5, 1e9, 'x', { page: 1 }, null]) {
      match(textOf(cardIn(await lead.presses('decision.list', { page }))), /Ouvre-t-on/);
    }
    deepEqual(await openQuestions(), [question]);
  });

  async function reports(typed: { decisions: string; summary?: string }): Promise<void> {
    const form = cardsOf((await referent.says('maj SPNC')).replies[0]?.activity)[0];
    const sent = await referent.presses(
      'update.submit',
      { health: 'onTrack', summary: 'Tout va bien.', ...typed },
      { card: form },
    );
    match(textOf(cardIn(sent)), /enregistrée/);
  }

  const answers = (decisionId: string) =>
    lead.presses('decision.answer', { decisionId, answer: 'Oui, dès janvier.' });

  async function onlyId(): Promise<string> {
    const [only, ...others] = await house.storage.decisions.listOpen();
    ok(only);
    equal(others.length, 0);
    return only.id;
  }

  const openQuestions = async () => (await house.storage.decisions.listOpen()).map((one) => one.question);

  const noticesTo = (person: TeamsUser): string[] =>
    [...house.connector.messagesIn(person.conversationIdIn()).values()]
      .map((message) => textOf(message))
      .filter((text) => /Votre question a sa réponse|Your question has its answer/.test(text));
});

const numbers = (card: CardNode | undefined): number[] =>
  [...textOf(card).matchAll(/Question (\d+) \?/g)].map(([, number]) => Number(number));

const cardIn = (answer: BotAnswer) => (answer.body as { value: CardNode }).value;

/** The sentence, or the card in place of the one pressed. */
const shown = (answer: BotAnswer): string => answerText(answer);
