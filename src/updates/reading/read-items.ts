import type { PlainText, Span } from './plain-text.ts';
import { shorten, written } from './plain-text.ts';
import { readHealth } from './read-health.ts';
import type { Sentence } from './sentences.ts';
import {
  decisionCues,
  decisionTaken,
  listLabels,
  newsCues,
  nextCues,
  pastTime,
  riskCues,
  solved,
} from './words.ts';

type ListName = 'done' | 'next' | 'risks' | 'decisions';

/** A stretch of the message and the list it belongs to; `news` is everything else. */
export interface Piece extends Span {
  readonly kind: ListName | 'news';
  /** Under a heading (« Risques : ») rather than recognised by its words. */
  readonly labelled: boolean;
}

export interface Lists {
  readonly done: string[];
  readonly next: string[];
  readonly risks: string[];
  readonly decisions: string[];
  /** What the lists do not hold, in order. */
  readonly rest: readonly Span[];
}

const MAX_ITEMS = 10;
const MAX_ITEM = 200;

/** Cuts sentences into pieces and says which list each belongs to: by heading, else by its words. */
export function piecesOf(sentences: readonly Sentence[]): Piece[] {
  const pieces: Piece[] = [];
  let section: ListName | undefined;
  let line: ListName | undefined;
  let bulletsSeen = false;
  for (const sentence of sentences) {
    if (sentence.lineStart) {
      line = undefined;
      if (!sentence.bullet && bulletsSeen) section = undefined;
    }
    const label = sentence.asks ? undefined : labelOf(sentence.text);
    if (label) {
      const bare = !/[\p{L}\p{N}]/u.test(sentence.text.slice(label.length));
      section = bare ? label.list : undefined;
      bulletsSeen = false;
      line = bare ? undefined : label.list;
      if (!bare)
        pieces.push({
          from: sentence.from + label.length,
          to: sentence.to,
          kind: label.list,
          labelled: true,
        });
      if (!endsWithSemicolon(sentence)) line = undefined;
      continue;
    }
    const heading = OTHER_LABEL.test(sentence.text);
    if (heading) section = undefined;
    const list = heading ? undefined : (line ?? section);
    if (section && sentence.bullet) bulletsSeen = true;
    if (list) pieces.push({ from: sentence.from, to: sentence.to, kind: list, labelled: true });
    else pieces.push(...unlabelled(sentence));
    if (!endsWithSemicolon(sentence)) line = undefined;
  }
  return pieces;
}

/** The lists within their limits. What is too long or too much stays in `rest` as well. */
export function listsOf(plain: PlainText, pieces: readonly Piece[]): Lists {
  const lists: Record<ListName, string[]> = { done: [], next: [], risks: [], decisions: [] };
  const rest: Span[] = [];
  for (const piece of pieces) {
    const list = piece.kind === 'news' ? undefined : lists[piece.kind];
    const item = withoutCue(written(plain, piece), piece);
    if (!list || list.length >= MAX_ITEMS || !/[\p{L}\p{N}]/u.test(item)) {
      rest.push(piece);
      continue;
    }
    if (item.length > MAX_ITEM) rest.push(piece);
    const text = shorten(item, MAX_ITEM);
    if (!list.includes(text)) list.push(text);
  }
  return { ...lists, rest };
}

// ── headings ──

const listNames = ['decisions', 'risks', 'next', 'done'] as const;

const LABELS = listNames.map((list) => ({
  list,
  pattern: new RegExp(
    `^[\\s•·*▪►>✅✔☑#\\p{Extended_Pictographic}-]{0,8}(?:\\d[.)] )?\\**(?:${listLabels[list].replaceAll("'", "['’ ]?")})\\**(?: *\\([^()\\n]{0,30}\\))? *\\**(?:[:=]|→|->|=>| [-–—](?= )|(?= *$))\\** *`,
    'u',
  ),
}));

const OTHER_LABEL =
  /^[\s•·*►>-]{0,6}(?:projets?|meteo|statut|status|sante|avancement|progression|progress|etat|tendance|couleur|semaine|resume|synthese|commentaires?|health|contexte|infos?|budget|planning|equipe|general) *[:=]/;

function labelOf(text: string): { list: ListName; length: number } | undefined {
  for (const { list, pattern } of LABELS) {
    const match = pattern.exec(text);
    if (match && (/[:=→>–—]|-/.test(match[0].slice(-4)) || match[0].length >= text.trimEnd().length)) {
      return { list, length: match[0].length };
    }
  }
  return undefined;
}

function endsWithSemicolon({ text }: Sentence): boolean {
  return /;\s*$/.test(text);
}

// ── by their words ──

function unlabelled(sentence: Sentence): Piece[] {
  const bulletDone =
    /^\s*[✅✔☑]/u.test(sentence.text) || (sentence.bullet && /[✅✔☑]\s*$/u.test(sentence.text));
  if (bulletDone) return [{ from: sentence.from, to: sentence.to, kind: 'done', labelled: true }];
  const pieces: Piece[] = [];
  for (const span of cut(sentence)) {
    const text = sentence.text.slice(span.from - sentence.from, span.to - sentence.from);
    const label = sentence.asks ? undefined : labelOf(text);
    const kind = label?.list ?? kindOf(text, sentence.asks);
    const previous = pieces.at(-1);
    if (previous && kind === 'news' && previous.kind !== 'news' && continues(text)) {
      pieces[pieces.length - 1] = { ...previous, to: span.to };
    } else if (previous && kind === 'news' && previous.kind === 'news') {
      pieces[pieces.length - 1] = { ...previous, to: span.to };
    } else {
      pieces.push({
        from: span.from + (label?.length ?? 0),
        to: span.to,
        kind,
        labelled: label !== undefined,
      });
    }
  }
  return pieces;
}

function kindOf(text: string, asks: boolean): ListName | 'news' {
  if (has(decisionCues, text) && !has(decisionTaken, text)) return 'decisions';
  if (asks) return 'news';
  if (namesRisk(text) || isUneasy(text)) return 'risks';
  return looksAhead(text) ? 'next' : 'news';
}

/** A trouble told in words that are not in the list of risks; a bare « c'est tendu » is a mood, not a risk. */
function isUneasy(text: string): boolean {
  const { health, explicit } = readHealth([text]);
  return (
    !explicit && (health === 'atRisk' || health === 'offTrack') && (text.match(/[a-z]{3,}/g)?.length ?? 0) > 3
  );
}

function namesRisk(text: string): boolean {
  const cue = [...text.matchAll(riskCues)].find(({ 0: word, index }) => {
    if (/^(?:toujours|pas|sans|non|ne |repond)/.test(word)) return true;
    return !/(?<![a-z])(?:pas|aucune?|sans|rien|ni|zero|plus|0|jamais|no)(?: (?:de|d'|du|en|est|vraiment|plus|gros|autre|nouveau|encore|trop|particulier|majeur)| d')*[ ']*$/.test(
      text.slice(Math.max(0, index - 36), index),
    );
  });
  if (!cue) return false;
  if (
    /(?:pas|plus)(?![a-z])/.test(text.slice(cue.index + cue[0].length, cue.index + cue[0].length + 6)) &&
    /^bloqu/.test(cue[0])
  )
    return false;
  return !has(solved, text) && !has(pastTime, text);
}

/** A weekday or a date is a plan only when nothing says that it has happened. */
function looksAhead(text: string): boolean {
  const cues = [...text.matchAll(nextCues)];
  if (cues.length === 0 || /(?<![a-z])(?:depuis|hier|dernier|derniere|passee?)(?![a-z])/.test(text))
    return false;
  const onlyTime = cues.every(({ 0: cue }) =>
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|avant|pour|vers|dans|d'?ici|puis|objectif|cible)/.test(
      cue,
    ),
  );
  return !onlyTime || !HAPPENED.test(text);
}

const HAPPENED =
  /(?<![a-z])(?:[a-z]{2,}(?:e|ee|es|ees)(?= (?:lundi|mardi|mercredi|jeudi|vendredi|ce|cette|par|avec|a|au|aux|sur|en))|a ete|ont ete|a [a-z]+[eiu]|ont [a-z]+[eiu]|(?:sign|livr|recu|valid|termin|install|lanc|demarr|envoy|presente|fait|fini|tenu|parti|arriv|deploy|publi|pass|pos|form)(?:e|ee|es|ees|s|is|ie|ies)?)(?![a-z])/;

/** « Recevoir, installer et tester »: the rest of an enumeration, not a sentence of its own. */
function continues(text: string): boolean {
  if (has(newsCues, text) || /\d ?%|[🟢🟠🟡🔴☀⛅🌥☁]/u.test(text)) return false;
  return !/(?<![a-z])(?:on|nous|je|il|elle|ils|ca|c'est|tout|mais|par contre|ras|merci|bonne)(?![a-z])/.test(
    text,
  );
}

/** Commas, turns and dashes outside brackets. */
function cut({ from, text }: Sentence): Span[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(CUT)) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) ends.push(index + (mark === ',' ? 1 : 0));
  }
  const marks = [0, ...ends, text.length];
  return marks.slice(1).flatMap((to, i) => {
    const start = marks[i] ?? 0;
    return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(start, to))
      ? [{ from: from + start, to: from + to }]
      : [];
  });
}

const CUT =
  /[()]|,(?=\s)| [-–—+/] |(?<![a-z])(?:mais|par contre|en revanche|du coup|sinon|puis)(?![a-z])|(?<=[^\s,] )(?<!(?:aucun|pas de|sans|zero|de|le|les|des|un|du|au|gros|petit|principal|seul|la|ce|ces) )(?=(?:reste|il reste|prochaine etape|prochaines etapes|next|risques?|point d'attention|besoin d|et (?:on|nous|il faut|il reste|reste)) ?[a-z:=']*)/g;

function withoutCue(item: string, { kind, labelled }: Piece): string {
  if (kind === 'news') return item;
  const bare = item
    .replace(/^(?:mais|et|puis|par contre|du coup|sinon|en revanche|donc|ensuite)\s+/iu, '')
    .replace(/^[✅✔☑]\s*/u, '');
  const plainItem = closed(bare.replace(STATED_FIRST, ''));
  if (labelled || kind !== 'next') return plainItem;
  return plainItem.replace(
    /^(?:prochaines?\s+[ée]tapes?|next(?:\s+steps?)?|(?:il\s+)?reste(?:nt)?(?:\s+[àa](?=\s))?|ensuite)\s*[:=,]?\s*(?=\S)/iu,
    '',
  );
}

/** « statut : orange (… », « 🔴 rouge, … » before a risk is the health, said elsewhere. */
const STATED_FIRST =
  /^(?:(?:statut|status|m[ée]t[ée]o|sant[ée])\s*[:=]\s*)?(?:(?:(?:vert|orange|rouge|jaune)(?!\p{L})|🟢|🟠|🟡|🔴|\d{1,3} ?%)[\s,:=(–-]*)+(?=\S)/iu;

/** Without a bracket whose partner was cut off. */
function closed(item: string): string {
  return item.includes('(') ? item : item.replace(/\)+$/, '');
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
