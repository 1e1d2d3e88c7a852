import { distance } from 'fastest-levenshtein';
import { type PlainText, plainWords, type Span } from './plain-text.ts';
import { emptyWords, genericNameWords } from './words.ts';

/** What is read of a project: enough to recognise it in a sentence. */
export interface ReadableProject {
  readonly key: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly organisation?: string;
}

export type FoundProject =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'several'; readonly keys: string[] }
  | { readonly kind: 'none' };

export interface ProjectFinding {
  readonly project: FoundProject;
  /** Where projects are named, in the plain text, first the one found. */
  readonly mentions: readonly Mention[];
}

export interface Mention extends Span {
  readonly key: string;
  /** Named as the subject: before a colon, or first thing said. */
  readonly atHead: boolean;
  readonly byKey: boolean;
  /** Named as a title: « VACC : … ». */
  readonly titled: boolean;
}

/**
 * Finds the project a message is about, by key, name, alias or part of a name, spelling errors allowed. What is said
 * first or before a colon counts more than what is named in passing. Without a name the person's own projects
 * (`ownKeys`) decide when exactly one fits. `headEnd`: where greetings and command words end in the plain text.
 */
export function findProject(
  plain: PlainText,
  headEnd: number,
  projects: readonly ReadableProject[],
  ownKeys: readonly string[] = [],
): ProjectFinding {
  const tokens = tokensOf(plain, headEnd);
  const lexicons = nameLexicons(projects);
  const candidates = lexicons
    .flatMap((lexicon) => mentionsOf(lexicon, tokens, plain))
    .filter((c) => c.score >= FAINT && c.from >= headEnd)
    .sort((a, b) => b.score - a.score || a.from - b.from);
  const mentions = candidates.filter((c) => c.score >= (c.titled ? SURE_TITLE : SURE));
  return { project: choose(plain.text, candidates, mentions, ownKeys, projects), mentions };
}

/** Below `SURE` (in a title `SURE_TITLE`) a resemblance names nothing; below `FAINT` it does not even choose among the person's own projects. */
const SURE = 0.7;
const SURE_TITLE = 0.45;
const FAINT = 0.3;
const HEAD = 1.7;

interface Token extends Span {
  readonly word: string;
  readonly raw: string;
  readonly head: boolean;
  readonly content: boolean;
}

interface Candidate extends Mention {
  readonly score: number;
}

interface NameWord {
  readonly word: string;
  readonly weight: number;
}

interface Lexicon {
  readonly project: ReadableProject;
  readonly names: readonly (readonly NameWord[])[];
  readonly joined: ReadonlySet<string>;
  /** Acronym of the name or of a part of it, and what it is worth. */
  readonly initials: ReadonlyMap<string, number>;
}

function choose(
  text: string,
  candidates: readonly Candidate[],
  sure: readonly Candidate[],
  ownKeys: readonly string[],
  projects: readonly ReadableProject[],
): FoundProject {
  const best = sure[0];
  if (best) {
    const rivals = sure.filter(
      (c) =>
        (c.score >= best.score * 0.86 && (overlaps(c, best) || equals(c, best))) ||
        (best.atHead && coordinated(text, best, c)),
    );
    const keys = unique(rivals.map((c) => c.key));
    if (keys.length === 1) return { kind: 'found', key: best.key };
    const own = keys.filter((key) => ownKeys.includes(key));
    return own.length === 1 && own[0] !== undefined
      ? { kind: 'found', key: own[0] }
      : { kind: 'several', keys };
  }
  const known = ownKeys.filter((key) => projects.some((p) => p.key === key));
  const fitting = unique(candidates.map((c) => c.key)).filter((key) => known.includes(key));
  const only = fitting.length === 1 ? fitting : known;
  if (only.length === 1 && only[0] !== undefined) return { kind: 'found', key: only[0] };
  return only.length > 1 ? { kind: 'several', keys: [...only] } : { kind: 'none' };
}

/** Named in the same position with the same force. */
function equals(a: Candidate, b: Candidate): boolean {
  return (
    a.key === b.key ||
    (a.atHead && b.atHead) ||
    (Math.abs(a.score - b.score) < 0.01 && !a.atHead && !b.atHead)
  );
}

/** « NCCO et SUBV : … »: both are subjects. */
function coordinated(text: string, first: Span, second: Span): boolean {
  return second.from >= first.to && /^ *(?:et|and|&|\/|\+) *$/.test(text.slice(first.to, second.from));
}

function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

// ── the names ──

function nameLexicons(projects: readonly ReadableProject[]): Lexicon[] {
  const owners = new Map<string, Set<string>>();
  const perProject = projects.map((project) => {
    const names = namesOf(project).map((name) => plainWords(name).filter((w) => !emptyWords.has(w)));
    for (const word of names.flat()) owners.set(word, (owners.get(word) ?? new Set()).add(project.key));
    return { project, names };
  });
  return perProject.map(({ project, names }) => ({
    project,
    names: names
      .filter((name) => name.length > 0)
      .map((name) =>
        unique(name).map((word) => ({ word, weight: weightOf(word, owners.get(word)?.size ?? 1) })),
      ),
    joined: new Set(
      names
        .filter((n) => n.length > 1)
        .map((n) => n.join(''))
        .filter((w) => w.length > 4),
    ),
    initials: acronymsOf(project),
  }));
}

/** « FDR » for « feuille de route », « SP » for « service public »: of the whole or of a few words in a row. */
function acronymsOf(project: ReadableProject): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of namesOf(project)) {
    const all = plainWords(name);
    for (const list of [all, all.filter((w) => !emptyWords.has(w))]) {
      for (let from = 0; from < list.length; from += 1) {
        for (let to = from + 2; to <= Math.min(list.length, from + 7); to += 1) {
          const worth = to - from === 2 ? 0.5 : to - from === 3 ? 0.8 : 1;
          const initials = list
            .slice(from, to)
            .map((w) => w[0])
            .join('');
          found.set(initials, Math.max(worth, found.get(initials) ?? 0));
        }
      }
    }
  }
  return found;
}

/** In capitals, or nothing one could pronounce. */
function isAcronym({ raw, word }: Token): boolean {
  return (
    word.length > 1 &&
    (isCapitals(raw) ||
      (word.length > 2 && /^[b-df-hj-np-tv-xz]+$/.test(word)) ||
      (word.length > 4 && /^[b-df-hj-np-tv-xz]{3}/.test(word)))
  );
}

function isCapitals(raw: string): boolean {
  return raw.length > 1 && raw === raw.toUpperCase() && /\p{L}/u.test(raw);
}

/** A name, its parts on either side of a colon, a bracket or « et », and the aliases. */
function namesOf({ name, aliases = [] }: ReadableProject): string[] {
  const parts = name.split(/[:()«»"“”,/–—]| et | - /u).map((part) => part.trim());
  const addresses = name.match(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? [];
  const bare = addresses.reduce((rest, address) => rest.replace(address, ' '), name);
  const enumerated = [
    name,
    ...(parts.length > 1 ? parts : []),
    ...addresses,
    ...(bare === name ? [] : [bare]),
  ];
  return unique([...enumerated, ...aliases]).filter(Boolean);
}

function weightOf(word: string, projectsWithIt: number): number {
  const generic =
    genericNameWords.has(word) || genericNameWords.has(word.replace(/s$/, '')) || /^\d+$/.test(word);
  return ((generic ? 0.3 : 1) * (word.length < 3 ? 0.5 : 1)) / projectsWithIt;
}

// ── the message ──

function tokensOf(plain: PlainText, headEnd: number): Token[] {
  const tokens: Token[] = [];
  let head = true;
  for (const { 0: word, index } of plain.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const to = index + word.length;
    const raw = plain.source.slice(plain.at[index], plain.at[to]).match(/^[\p{L}\p{N}]+/u)?.[0] ?? '';
    const content = index >= headEnd && !emptyWords.has(word) && !headFillers.has(word);
    tokens.push({ word, raw, from: index, to, content, head });
    if (content) head = false;
  }
  return tokens;
}

/** Words that may come before the subject without being it. */
const headFillers: ReadonlySet<string> = new Set(
  `alors aujourd avancement bilan bonjour c concernant correction cote du est et etat finalement hebdo ici info infos
  jour maj mise news nouvelle nouvelles petit petite pour point projet projets propos quant rapide re semaine situation
  statut status sur suite update voici weekly s voila peux tu noter note mets mettre passe passer peut enregistre en ok
  sem s1 s2 hello salut avance compte rendu recap resume cr bref quick retour transfo agissant niveau informe signale indique annonce confirme sujet`
    .trim()
    .split(/\s+/),
);

function mentionsOf(lexicon: Lexicon, tokens: readonly Token[], plain: PlainText): Candidate[] {
  const found = [...keyMentions(lexicon, tokens), ...nameMentions(lexicon, tokens, plain.text)];
  return found.map(({ first, last, score, byKey = false }) => {
    const from = tokens[first]?.from ?? 0;
    const to = tokens[last]?.to ?? from;
    const head = tokens[first]?.head === true;
    const labelled =
      /(?:^|[\n.(])\s*(?:projets?|project|sujet|dossier)\s*[:=]\s*(?:#|@|le |la |les |l')?\s*$/.test(
        plain.text.slice(Math.max(0, from - 30), from),
      );
    const colon = /^['" )]*[a-z ]{0,12}\s*(?:[:=|]|[-–—>]+ )/.test(plain.text.slice(to, to + 16));
    const atHead = labelled || head || (colon && startsLine(plain.text, from));
    const factor = labelled ? 2 : atHead ? HEAD * (colon ? 1.1 : 1) : inPassing(plain.text, from);
    return {
      key: lexicon.project.key,
      from,
      to,
      atHead,
      byKey,
      titled: labelled || (head && colon),
      score: score * factor,
    };
  });
}

/** Named as somebody else's: « dépendance à l'API RIDET », « pas NCCO ». */
function inPassing(text: string, from: number): number {
  const before = text.slice(Math.max(0, from - 40), from);
  if (/(?<![a-z])(?:pas|non|ni|plus)(?: (?:de|d'|sur|pour|a|le|la|l'|les)| l'| d')? *$/.test(before))
    return 0.1;
  if (
    /(?<![a-z])(?:depend(?:ance|ances|ent)?|equipes?|attend|comme|chez|livraison|lie|liee?|lien|bloque par|retours?|avec|via|apres|grace|demande|api|interface|raccordement|raccordee?|brancher?|connecte[er]?|integration)(?: +(?:de|d'|du|des|a|au|aux|la|le|les|l'|avec|sur|par|projet|equipe|cote))*[ ']*(?:l'|d')?$/.test(
      before,
    )
  )
    return 0.55;
  return 1;
}

function startsLine(text: string, from: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return plainWords(line).filter((w) => !emptyWords.has(w) && !headFillers.has(w)).length === 0;
}

interface Match {
  readonly byKey?: boolean;
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/** A key in capitals is a name; in small letters it may be an ordinary word (« état »). */
function keyMentions({ project }: Lexicon, tokens: readonly Token[]): Match[] {
  const key = project.key.toLowerCase();
  return tokens.flatMap((token, i) => {
    if (token.raw === project.key) return [{ first: i, last: i, score: 1.6, byKey: true }];
    if (
      token.word === key &&
      token.raw.toLowerCase() === key &&
      !/^d[eu]?s?$/.test(tokens[i + 1]?.word ?? '')
    ) {
      return [{ first: i, last: i, score: token.head && token.content ? 1.2 : 0.9 }];
    }
    const mistyped = key.length > 3 && isCapitals(token.raw) && distance(token.word, key) === 1;
    return mistyped ? [{ first: i, last: i, score: 0.8 }] : [];
  });
}

/** Runs of words of one name, a few other words between them. */
function nameMentions({ names, joined, initials }: Lexicon, tokens: readonly Token[], text: string): Match[] {
  return names.flatMap((name) => {
    const complete = name.reduce((sum, { weight }) => sum + weight, 0);
    const hits = tokens.flatMap((token, i) => {
      if (joined.has(token.word)) return [{ i, to: i, word: token.word, score: complete }];
      const acronym = isAcronym(token) ? initials.get(token.word) : undefined;
      if (acronym) return [{ i, to: i, word: token.word, score: acronym }];
      if (isVerb(tokens, i) || isHeading(token, text)) return [];
      const hit = resemblance(token, tokens[i + 1], name);
      return hit ? [{ i, to: hit.joinsNext ? i + 1 : i, word: hit.word, score: hit.score }] : [];
    });
    return runs(hits, tokens, text).map((run) => {
      const seen = new Map<string, number>();
      for (const { word, score } of run) seen.set(word, Math.max(score, seen.get(word) ?? 0));
      const sum = [...seen.values()].reduce((a, b) => a + b, 0);
      const whole = sum >= complete * 0.95 && (name.length > 1 || complete >= 0.9);
      const close = run.every((hit, n) => n === 0 || hit.i - (run[n - 1]?.to ?? 0) < 2);
      const phrase = seen.size > 1 && close ? Math.max(sum * 1.4, 0.45) : sum;
      const score = whole ? Math.max(1.25, Math.min(phrase, 1.5)) : Math.min(phrase, 1.2);
      return { first: run[0]?.i ?? 0, last: run.at(-1)?.to ?? 0, score };
    });
  });
}

type Hit = { readonly i: number; readonly to: number; readonly word: string; readonly score: number };

/** A name does not go on behind a comma or a colon. */
function runs(hits: readonly Hit[], tokens: readonly Token[], text: string): Hit[][] {
  const result: Hit[][] = [];
  for (const hit of hits) {
    const current = result.at(-1);
    const previous = current?.at(-1);
    const between = previous ? tokens.slice(previous.to + 1, hit.i) : [];
    const near = previous && between.length < 5 && between.filter((t) => !emptyWords.has(t.word)).length < 2;
    const gap = text.slice(tokens[previous?.to ?? 0]?.to ?? 0, tokens[hit.i]?.from ?? 0);
    if (current && near && !/[:;=,\n!?]|\.\s|\p{Extended_Pictographic}/u.test(gap)) current.push(hit);
    else result.push([hit]);
  }
  return result;
}

function resemblance(
  { word }: Token,
  next: Token | undefined,
  name: readonly NameWord[],
): { word: string; score: number; joinsNext: boolean } | undefined {
  if (emptyWords.has(word)) return undefined;
  let best: { word: string; score: number; joinsNext: boolean } | undefined;
  for (const { word: wanted, weight } of name) {
    const joinsNext =
      next !== undefined && wanted.length > 5 && word.length > 1 && word + next.word === wanted;
    const score = weight * (joinsNext ? 1 : likeness(word, wanted));
    if (score > (best?.score ?? 0)) best = { word: wanted, score, joinsNext };
  }
  return best;
}

/** 1 the same word, plural aside; 0 another one; between: same root, abbreviation, typing error. */
function likeness(word: string, wanted: string): number {
  if (word === wanted || withoutPlural(word) === withoutPlural(wanted)) return 1;
  if (word.length < 4 || wanted.length < 4 || word[0] !== wanted[0]) return 0;
  const longest = Math.max(word.length, wanted.length);
  if (wanted.startsWith(word)) return word.length / wanted.length > 0.5 ? 0.65 : 0.5;
  if (longest > 5 && Math.abs(word.length - wanted.length) < 3) {
    const allowed = longest > 8 ? 2 : 1;
    if (distance(word, wanted) <= allowed) return wanted.length > 6 ? 0.75 : 0.6;
  }
  const root = commonPrefix(word, wanted);
  return root > 5 && root / longest >= 0.6 ? 0.6 : 0;
}

function withoutPlural(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}

const MANNER =
  /^(?:bien|pas|plus|mal|une|encore|toujours|du|nickel|enfin|deja|tres|hors|super|parfaitement)$/;

/** « ça marche » is not the project « Marchés publics ». */
function isVerb(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (tokens[i]?.word === 'marche' && MANNER.test(tokens[i + 1]?.word ?? '')) return true;
  if (!before || !/^(?:ca|ne|n|il|elle|ils|elles|on|je|j|tu|qui|se|s|nous|vous|tout)$/.test(before.word))
    return false;
  return (tokens[i]?.raw ?? '') !== (tokens[i]?.raw ?? '').toUpperCase();
}

/** « feu vert », « Santé : orange » is not the project « Carnet de santé », « compte rendu » not « Comptes publics ». */
function isHeading({ word, from, to }: Token, text: string): boolean {
  const after = text.slice(to, to + 10);
  if (/^compt(?:e|es)$/.test(word)) return /^[ -]rendus?(?![a-z])/.test(after);
  if (word === 'fois') return /^ (?:sur|par|que|de plus|encore)(?![a-z])/.test(after);
  if (/^feux?$/.test(word)) return /^ (?:verts?|rouges?|oranges?)(?![a-z])/.test(after);
  return (
    /^(?:sante|meteo|etat|statut|status|suivi|avancement|alertes?|risques?|actions?|suite|plan|budget|decisions?|demandes?)$/.test(
      word,
    ) &&
    /^ ?[:=]/.test(after) &&
    (from < 3 || /[\n.;,!?|•*-] *$/.test(text.slice(Math.max(0, from - 12), from)))
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
