import type { Mention } from './find-project.ts';
import type { HealthReading } from './read-health.ts';
import type { Piece } from './read-items.ts';
import type { Sentence } from './sentences.ts';
import {
  bareCommand,
  courtesy,
  idea,
  interrogative,
  logistics,
  newsCues,
  order,
  outsider,
  recordRequest,
  smallTalk,
  talkAboutReporting,
  unchanged,
  weDid,
} from './words.ts';

/** What was read of a message, on which it is decided whether it reports on a project at all. */
export interface Signals {
  /** Plain text after greetings and command words, names hidden. */
  readonly body: string;
  /** It began with « maj », « point hebdo » … */
  readonly announced: boolean;
  /** The sentences that state something. */
  readonly statements: readonly Sentence[];
  /** Words of the statements written like past participles (« signée »). */
  readonly participles: number;
  readonly questions: number;
  readonly mentions: readonly Mention[];
  readonly progress: number | undefined;
  readonly health: HealthReading;
  readonly pieces: readonly Piece[];
}

/** Thanks, questions, orders, ideas and small talk are not updates; a statement about the state of work is. */
export function isUpdate(signals: Signals): boolean {
  const { body, announced, statements, mentions } = signals;
  const { health } = signals;
  const worded = /[\p{L}\p{N}]/u.test(body.replaceAll('#', ''));
  if (!worded && !health.explicit && !(health.health && mentions.length > 0)) return false;
  if (statements.length === 0) return false;
  if (bareCommand.test(body) && !(health.health && mentions.length > 0)) return false;
  const named = mentions.length > 0;
  const evidence = evidenceOf(signals) + (announced ? 1.5 : 0) + nameEvidence(mentions);
  return evidence - counterEvidence(signals, named) >= (named || announced ? 2 : 2.5);
}

/**
 * Does this sentence state something? Questions, courtesies and orders to the bot do not, unless they carry a value
 * to record (« tu peux passer X en orange ? »).
 */
export function isStatement(
  sentence: Pick<Sentence, 'text' | 'asks'>,
  carriesValue: (text: string) => boolean,
): boolean {
  const text = withoutCourtesy(sentence.text);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return false;
  const asksOrOrders = sentence.asks || interrogative.test(text) || order.test(text);
  return !asksOrOrders || (isRecordRequest(text) && carriesValue(text));
}

/** « tu peux passer X en orange », « note 55 % pour X ». */
function isRecordRequest(text: string): boolean {
  return recordRequest.test(text);
}

/** « Merci à tous, bravo ! » away; what follows it may still be news. */
export function withoutCourtesy(text: string): string {
  let rest = text;
  for (let i = 0; i < 6; i += 1) {
    if (
      !courtesy.test(rest) &&
      !/^[\s,!.]*(?:super|top|parfait|genial|cool|nickel|excellent|ok)\s*(?:[,!.]+\s*(?=merci|bravo|bien|c'est note|je|on (?:se|fait|garde|part|valide|y va))|[!.\s]*$)/.test(
        rest,
      )
    )
      return rest;
    const end = rest.slice(1).search(/[:;!.\n]|\s-\s|,(?=[^,]*(?:[#%]|^| (?:on|nous) ))/);
    if (end < 0) return '';
    rest = rest.slice(end + 2);
  }
  return rest;
}

function evidenceOf({ statements, participles, mentions, progress, health, pieces }: Signals): number {
  const text = statements.map((s) => s.text).join('\n');
  const kinds = new Set(pieces.filter((p) => p.kind !== 'news').map((p) => p.kind));
  const labelled = new Set(pieces.filter((p) => p.labelled).map((p) => p.kind)).size;
  const named = mentions.length > 0;
  const length = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const news = [...text.matchAll(newsCues)].length + participles;
  return (
    (progress === undefined ? 0 : 2.5) +
    (health.explicit ? 2.5 : health.health ? (health.faint ? 0.5 : 1.5) : 0) +
    kinds.size * 0.8 +
    labelled * 1.2 +
    (news > 0 ? 1 : 0) +
    (news > 2 ? 0.5 : 0) +
    (named && length > 2 ? 0.5 : 0) +
    (named && length > 6 ? 0.4 : 0) +
    (has(unchanged, text) ? 1 : 0) +
    (weDid.test(text) ? 0.8 : 0) +
    (/(?<![a-z])(?:on|nous|notre|nos|mon|ma)(?![a-z])/.test(text) ? 0.4 : 0)
  );
}

function nameEvidence(mentions: readonly Mention[]): number {
  if (mentions.length === 0) return 0;
  if (mentions.some((m) => m.titled)) return 1.6;
  if (mentions.some((m) => m.atHead && m.byKey)) return 1.4;
  return mentions.some((m) => m.atHead) ? 1.2 : 0.6;
}

function counterEvidence({ body, statements, questions, progress }: Signals, named: boolean): number {
  const text = statements.map((s) => s.text).join('\n');
  const firm = progress !== undefined && named;
  return (
    (has(idea, body) ? (firm ? 1.5 : 4) : 0) +
    (has(talkAboutReporting, body) ? 3.5 : 0) +
    (has(logistics, text) ? (named ? 1.4 : 2.2) : 0) +
    (has(smallTalk, text) ? (named ? 0.8 : 3) : 0) +
    (progress === undefined && has(outsider, body) ? 2.4 : 0) +
    (questions > 0 ? 0.5 : 0) +
    (progress === undefined && PLEASE.test(body) ? 1.5 : 0) +
    (order.test(body) && !isRecordRequest(body) ? (firm ? 0.5 : 2.5) : 0)
  );
}

/** Something short that ends so is asked for: « point sur la cantine stp ». */
const PLEASE = /^[^\n]{0,60}(?<![a-z])(?:stp|svp|please|s'il (?:te|vous) plait)[\s.!?]*$/;

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
