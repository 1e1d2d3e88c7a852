import type {
  IActionSet,
  IAdaptiveCard,
  IChoiceSetInput,
  IColumnSet,
  IContainer,
  IExecuteAction,
  IRichTextBlock,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards';
import type { Language } from '../shared/language.ts';

/** An Adaptive Card as plain JSON. */
export type Card = IAdaptiveCard;
export type CardElement = Card['body'][number];
export type CardAction = NonNullable<Card['actions']>[number];

/** What a button sends: the inputs' values by id, and what the button carries. */
export type ActionData = Readonly<Record<string, unknown>>;

/** One value of a button as text; nothing for what is none. */
export const textIn = (data: ActionData, id: string): string => {
  const value = data[id];
  return typeof value === 'string' ? value : '';
};

/** Mobile drops a card without a version, and one above 1.5 (microsoft/teams.ts#471). `summary` stands for the card in notifications. */
export function card(
  language: Language,
  summary: string,
  body: readonly CardElement[],
  actions: readonly CardAction[] = [],
): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText: summary,
    body: [...body],
    ...(actions.length > 0 && { actions: [...actions] }),
  };
}

/**
 * A button. Old clients do not know Action.Execute and get the Action.Submit with the same data; a submit carries no
 * verb of its own, so the data does.
 */
export function button(
  title: string,
  verb: string,
  data: ActionData = {},
  options: Pick<IExecuteAction, 'style' | 'associatedInputs'> = { associatedInputs: 'none' },
): IExecuteAction {
  const carried = { ...data, verb };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: carried,
    ...options,
    fallback: { type: 'Action.Submit', title, data: carried, ...options },
  };
}

/** The button that sends the inputs of the card. */
export const submitButton = (title: string, verb: string, data: ActionData): IExecuteAction =>
  button(title, verb, data, { style: 'positive' });

/** Our own words only: a TextBlock reads its text as Markdown. What somebody typed goes into `said`. */
export const line = (text: string, look: Partial<ITextBlock> = {}): ITextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
});

export const heading = (text: string): ITextBlock =>
  line(text, { size: 'Large', weight: 'Bolder', style: 'heading' });
/** That something was recorded: an emoji, because not every font of a client has a check mark. */
export const done = (text: string): string => `✅ ${text}`;

export const subheading = (text: string): ITextBlock =>
  line(text, { weight: 'Bolder', separator: true, spacing: 'Medium' });
export const quiet = (text: string): ITextBlock =>
  line(text, { isSubtle: true, size: 'Small', spacing: 'Small' });
export const problem = (text: string): ITextBlock =>
  line(`⚠ ${text}`, { color: 'Attention', spacing: 'Small' });

/** A piece of text shown letter for letter: no Markdown, no mention, no date macro is read in it. */
export const run = (text: string, look: Partial<ITextRun> = {}): ITextRun => ({
  type: 'TextRun',
  text,
  ...look,
});
export const bold = (text: string): ITextRun => run(text, { weight: 'Bolder' });

/** Text that holds something a person typed. */
export const said = (inlines: readonly ITextRun[], look: Partial<IRichTextBlock> = {}): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [...inlines],
  ...look,
});

export const box = (items: readonly CardElement[], look: Partial<IContainer> = {}): IContainer => ({
  type: 'Container',
  items: [...items],
  ...look,
});

/** The band at the top of a card. */
export const banner = (items: readonly CardElement[]): IContainer =>
  box(items, { style: 'emphasis', bleed: true });

/** Text that takes the room there is, and beside it something short: the only shape of columns that phones draw well. */
export const beside = (
  wide: readonly CardElement[],
  short: readonly CardElement[],
  look: Partial<IColumnSet> = {},
): IColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', items: [...wide] },
    { type: 'Column', width: 'auto', items: [...short], verticalContentAlignment: 'Center' },
  ],
  ...look,
});

/**
 * A list that asks the bot while one types. Its `choices` are there at once, and all there is where the client cannot
 * ask: they hold the likeliest ten, and the chosen one.
 */
export const typeahead = (
  dataset: string,
  input: Omit<IChoiceSetInput, 'type' | 'style' | 'choices.data'> & { readonly id: string },
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  style: 'filtered',
  'choices.data': { type: 'Data.Query', dataset, associatedInputs: 'none' },
  ...input,
});

export const actionRow = (actions: readonly CardAction[]): IActionSet => ({
  type: 'ActionSet',
  actions: [...actions],
});

/**
 * Characters of JSON a message may have: Teams refuses 100 KB counted as UTF-16 and mobile is slow long before
 * (learn.microsoft.com, format-your-bot-messages).
 */
export const messageLimit = 24_000;

/** The first of these elements, as many as fit beside what the card has already. */
export function asManyAsFit(elements: readonly CardElement[], beside: Card): CardElement[] {
  let left = messageLimit - JSON.stringify(beside).length;
  const over = elements.findIndex((element) => {
    left -= JSON.stringify(element).length + 1;
    return left < 0;
  });
  return elements.slice(0, over < 0 ? elements.length : over);
}
