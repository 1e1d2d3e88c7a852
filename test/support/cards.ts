/** A piece of an Adaptive Card, or the card itself: plain JSON. */
export interface CardNode {
  type?: string;
  [property: string]: unknown;
}

interface WithAttachments {
  text?: string;
  attachments?: { contentType: string; content?: unknown }[];
}

/** The Adaptive Cards of a message. */
export function cardsOf(message: WithAttachments | undefined): CardNode[] {
  const attachments = message?.attachments ?? [];
  return attachments
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
    .map(({ content }) => content as CardNode);
}

/**
 * What a person reads of a card, or of a message with its cards: one line a text, in the order of the card.
 * Labels, placeholders, pre-filled values, choices, buttons and folded cards count; hidden elements, fallbacks
 * and alternative texts do not. French's non-breaking spaces are given as plain ones.
 */
export function textOf(shown: object | undefined): string {
  if (!shown) return '';
  const { text, attachments } = shown as WithAttachments;
  const lines = attachments
    ? [text ?? '', ...cardsOf({ attachments }).flatMap(linesOf)]
    : linesOf(shown as CardNode);
  return plainSpaces(lines.filter((line) => line !== '').join('\n'));
}

/** The sentence or the card in the response to a pressed button, as a person reads it. */
export function answerText({ body }: { body: unknown }): string {
  const { value } = (body ?? {}) as { value?: string | CardNode };
  return typeof value === 'string' ? plainSpaces(value) : textOf(value);
}

/** A reader does not see that a space does not break. */
const plainSpaces = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

/** The first element, depth first, that the predicate accepts; hidden ones too, fallbacks not. */
export function findInCard(
  card: CardNode | undefined,
  predicate: (node: CardNode) => boolean,
): CardNode | undefined {
  return nodesOf(card).find(predicate);
}

/** Every action a person can take: buttons wherever they are, those of inputs and of clickable elements too. */
export function actionsOf(card: CardNode | undefined): CardNode[] {
  return nodesOf(card, isHidden).filter(({ type }) => type?.startsWith('Action.'));
}

/** Every input, hidden ones too, by id. */
export function inputsOf(card: CardNode | undefined): Map<string, CardNode> {
  const inputs = nodesOf(card).filter(({ type }) => type?.startsWith('Input.'));
  return new Map(inputs.map((input) => [String(input.id), input]));
}

/**
 * The data Teams sends when the button with that verb is pressed: the button's own, what the card was filled
 * with, what the person typed over it. As in Teams every input is a string and an empty one is not sent. Throws
 * when the card has no such button or no such input.
 */
export function pressedData(card: CardNode, verb: string, typed: object): object {
  const action = actionsOf(card).find((one) => one.verb === verb);
  if (!action) throw new Error(`No button with the verb ${verb}, but ${verbsOf(card)}.`);
  const inputs = inputsOf(card);
  const stranger = Object.keys(typed).find((id) => !inputs.has(id));
  if (stranger) throw new Error(`No input ${stranger}, but ${[...inputs.keys()].join(', ') || 'none'}.`);

  const own = (action.data ?? {}) as object;
  if (action.associatedInputs === 'none') return own;
  const filled = [...inputs].map(([id, input]) => [id, input.value ?? untouched(input)]);
  const values = Object.entries({ ...Object.fromEntries(filled), ...typed });
  const set = values.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return { ...own, ...Object.fromEntries(set.map(([id, value]) => [id, String(value)])) };
}

function untouched({ type, valueOff = 'false' }: CardNode): unknown {
  return type === 'Input.Toggle' ? valueOff : undefined;
}

function verbsOf(card: CardNode): string {
  const verbs = actionsOf(card).map(({ verb, title }) => verb ?? title);
  return verbs.join(', ') || 'none';
}

/** What is not there unless the client cannot show the rest, or is not an element at all. */
const unseen = new Set(['fallback', 'refresh', 'data', 'msteams', 'authentication', 'backgroundImage']);

const isHidden = ({ isVisible }: CardNode) => isVisible === false;

function nodesOf(value: unknown, isLeftOut: (node: CardNode) => boolean = () => false): CardNode[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(one, isLeftOut));
  if (typeof value !== 'object' || value === null || isLeftOut(value as CardNode)) return [];
  const children = Object.entries(value).filter(([key]) => !unseen.has(key));
  return [value as CardNode, ...children.flatMap(([, child]) => nodesOf(child, isLeftOut))];
}

const ownTexts = ['title', 'label', 'text', 'description', 'codeSnippet', 'xAxisTitle', 'yAxisTitle'];
const parts = [
  ...['body', 'columns', 'rows', 'cells', 'items', 'pages'],
  ...['inlineAction', 'action', 'actions', 'card'],
];

function linesOf(node: CardNode): string[] {
  if (isHidden(node)) return [];
  if (node.type === 'RichTextBlock') return [listIn(node, 'inlines').map(runOf).join('')];
  return [
    ...textsOf(node, ownTexts),
    ...listIn(node, 'facts').map((fact) => textsOf(fact, ['title', 'value']).join(' : ')),
    ...inputLines(node),
    ...chartLines(node),
    ...parts.flatMap((part) => listIn(node, part)).flatMap(linesOf),
  ];
}

function runOf(run: CardNode | string): string {
  return typeof run === 'string' ? run : String(run.text ?? '');
}

/** A choice shows by its title, whatever its value; what is typed in the other inputs shows as it is. */
function inputLines(node: CardNode): string[] {
  if (!node.type?.startsWith('Input.')) return [];
  const choices = listIn(node, 'choices').map(({ title }) => String(title));
  const typed = node.type === 'Input.ChoiceSet' || node.type === 'Input.Toggle' ? [] : ['value'];
  return [...textsOf(node, ['placeholder', ...typed]), ...choices];
}

function chartLines(node: CardNode): string[] {
  if (!node.type?.startsWith('Chart.')) return [];
  return [
    ...textsOf(node, ['value']),
    ...[...listIn(node, 'data'), ...listIn(node, 'segments')].flatMap(pointLines),
  ];
}

function pointLines(point: CardNode): string[] {
  const own = textsOf(point, ['legend', 'x', 'value', 'y', 'size']).join(' : ');
  return [own, ...listIn(point, 'values').flatMap(pointLines)];
}

function textsOf(node: CardNode, keys: string[]): string[] {
  return keys
    .map((key) => node[key])
    .filter((text) => typeof text === 'string' || typeof text === 'number')
    .map(String);
}

function listIn(node: CardNode, key: string): CardNode[] {
  const part = node[key];
  if (Array.isArray(part)) return part;
  return typeof part === 'object' && part !== null ? [part as CardNode] : [];
}
