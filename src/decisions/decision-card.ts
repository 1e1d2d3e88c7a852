import {
  actionRow,
  banner,
  beside,
  bold,
  box,
  button,
  type Card,
  type CardElement,
  card,
  done,
  heading,
  line,
  problem,
  quiet,
  run,
  said,
  submitButton,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import type { Calendar, Week } from '../shared/calendar.ts';
import {
  type Answered,
  answerLimit,
  type ClosedDecision,
  type Decision,
  type OpenDecision,
} from './decision.ts';

/** A decision as a list shows it, with what the reader may do with it: at most one button a line. */
export interface ListedDecision {
  readonly decision: OpenDecision;
  readonly projectName: string;
  readonly may: 'answer' | 'withdraw' | 'read';
}

export interface DecisionList {
  /** Oldest first. */
  readonly listed: readonly ListedDecision[];
  /** From 0; one that does not exist shows the first. */
  readonly page: number;
  readonly thisWeek: Week;
  /** What just happened, said above the list. */
  readonly notice?: string | undefined;
}

/** Six actions are all a card may have: five lines with a button, and the way to the next page. */
const withButtons = 5;
const withoutButtons = 10;

/** What waits for the lead, oldest first, a page at a time. */
export function decisionsCard(
  translator: Translator,
  { listed, page, thisWeek, notice }: DecisionList,
): Card {
  const { t, language } = translator;
  const size = listed.some(({ may }) => may !== 'read') ? withButtons : withoutButtons;
  const first = page * size < listed.length ? page * size : 0;
  const shown = listed.slice(first, first + size);
  const next = first + size < listed.length ? first / size + 1 : 0;
  const title = listed.length === 0 ? t('decisions.title') : t('decisions.count', { count: listed.length });
  return card(
    language,
    title,
    [
      ...(notice === undefined ? [] : [line(done(notice))]),
      banner([
        heading(title),
        ...(listed.length > size
          ? [quiet(t('decisions.shown', { from: first + 1, to: first + shown.length }))]
          : []),
      ]),
      ...(listed.length === 0 ? [line(t('decisions.none'))] : []),
      ...shown.map((one) => listLine(translator, one, thisWeek, first / size)),
    ],
    listed.length > size
      ? [
          button(t(next === 0 ? 'decisions.backToFirst' : 'decisions.next'), 'decision.list', {
            page: next,
          }),
        ]
      : [],
  );
}

function listLine(
  translator: Translator,
  { decision, projectName, may }: ListedDecision,
  thisWeek: Week,
  page: number,
): CardElement {
  const { t } = translator;
  const { id } = decision;
  const text = [said([run(decision.question)]), origin(translator, decision, projectName, thisWeek)];
  const look = { separator: true, spacing: 'Medium' } as const;
  switch (may) {
    case 'read':
      return box(text, look);
    case 'answer':
      return beside(
        text,
        [actionRow([button(t('decisions.answer'), 'decision.open', { decisionId: id })])],
        look,
      );
    case 'withdraw':
      return beside(
        text,
        [actionRow([button(t('decisions.withdraw'), 'decision.withdraw', { decisionId: id, page })])],
        look,
      );
  }
}

/** Which project asks, who, and since when. */
const origin = (
  translator: Translator,
  { askedByName, askedWeek }: Decision,
  projectName: string,
  thisWeek: Week,
): CardElement =>
  said(
    [projectName, askedByName, translator.age(askedWeek, thisWeek)]
      .filter((part) => part !== '')
      .map((part, index) => run(index === 0 ? part : ` · ${part}`, { size: 'Small', isSubtle: true })),
    { spacing: 'None' },
  );

export interface AnswerForm {
  readonly decision: OpenDecision;
  readonly projectName: string;
  readonly thisWeek: Week;
  /** What was typed, when the form is shown again. */
  readonly answer: string;
  readonly problem?: 'answerMissing' | 'answerLong' | undefined;
}

/** The lead's form for one decision. The input's id is the card contract. */
export function answerFormCard(
  translator: Translator,
  { decision, projectName, thisWeek, answer, problem: wrong }: AnswerForm,
): Card {
  const { t, language } = translator;
  const carried = { decisionId: decision.id };
  return card(
    language,
    t('decisions.formTitle'),
    [
      banner([heading(t('decisions.formTitle')), origin(translator, decision, projectName, thisWeek)]),
      said([bold(decision.question)]),
      {
        type: 'Input.Text',
        id: 'answer',
        label: t('decisions.fields.answer'),
        isMultiline: true,
        maxLength: answerLimit,
        isRequired: true,
        errorMessage: t('decisions.problems.answerMissing'),
        placeholder: t('decisions.placeholders.answer'),
        ...(answer !== '' && { value: answer }),
      },
      ...(wrong ? [problem(t(`decisions.problems.${wrong}`))] : []),
    ],
    [
      submitButton(t('decisions.answer'), 'decision.answer', carried),
      button(t('decisions.withdraw'), 'decision.withdraw', carried),
    ],
  );
}

export interface ClosedReceipt {
  readonly decision: ClosedDecision;
  readonly projectName: string;
  /** Of the reader, so that they see when somebody else was first. */
  readonly readerId: string;
  readonly calendar: Calendar;
}

/** How a decision ended, in the place of its form. */
export function decisionReceiptCard(
  translator: Translator,
  { decision, projectName, readerId, calendar }: ClosedReceipt,
): Card {
  const { t, language } = translator;
  const { state } = decision;
  const title = t(`decisions.ended.${state.kind}`);
  return card(
    language,
    `${title} · ${projectName}`,
    [
      banner([heading(done(title)), said([run(projectName, { isSubtle: true })], { spacing: 'None' })]),
      said([bold(decision.question)]),
      ...(state.kind === 'answered' ? answerLines(state) : []),
      said(
        [
          run(
            `${state.byId === readerId ? t('decisions.byYou') : state.byName} · ${translator.date(calendar.dayOf(state.at))}`,
            { isSubtle: true, size: 'Small' },
          ),
        ],
        { spacing: 'Small' },
      ),
    ],
    [button(t('commands.decisions.title'), 'command.open', { command: 'decisions' })],
  );
}

/** Told in private to those who asked. */
export function answerNoticeCard(
  translator: Translator,
  { question, projectKey, state }: ClosedDecision<Answered>,
  projectName: string,
): Card {
  const { t, language } = translator;
  const title = t('decisions.noticeTitle');
  return card(
    language,
    `${title} · ${projectName}`,
    [
      banner([heading(title), said([run(projectName, { isSubtle: true })], { spacing: 'None' })]),
      said([bold(question)]),
      ...answerLines(state),
      said([run(state.byName, { isSubtle: true, size: 'Small' })], { spacing: 'Small' }),
    ],
    [
      button(t('update.open'), 'update.open', { projectKey }),
      button(t('commands.decisions.title'), 'command.open', { command: 'decisions' }),
    ],
  );
}

/** A line break within a run is not one on every phone. */
const answerLines = ({ answer }: Answered): CardElement[] =>
  answer
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, index) => said([run(text)], { spacing: index === 0 ? 'Small' : 'None' }));
