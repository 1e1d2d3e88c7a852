import { metricNoun, progressNoun } from './words.ts';

/**
 * The progress of the project in whole per cent, or undefined. `text` is plain (folded) with project names hidden.
 * Among several values the one said of progress wins, then the corrected or last one; shares of something else,
 * changes, targets and former values are not progress.
 */
export function readProgress(text: string): number | undefined {
  const values = [...percentages(text), ...labelledNumbers(text), ...fractions(text), ...closing(text)].sort(
    (a, b) => a.from - b.from,
  );
  const corrected = corrections(text, values);
  const all = [...values, ...corrected].filter((v) => v.value >= 0 && v.value <= 100 && v.rank > 0);
  const top = Math.max(0, ...all.map((v) => v.rank));
  const last = all.filter((v) => v.rank === top).at(-1);
  return last ? Math.round(last.value) : undefined;
}

interface Value {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** 0 not progress, 0.5 a figure without a word, 1 a share of some work, 2 a bare figure, 3 said of progress, 4 corrects the former. */
  readonly rank: number;
}

const PER_CENT = '(?:%|pour ?cents?\\b|pourcents?\\b|pct\\b|percent\\b|per cent\\b)';
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
  cent: 100,
};
const NUMBER_WORD = `(?:${Object.keys(NUMBER_WORDS).join('|')})`;

function percentages(text: string): Value[] {
  const digits = new RegExp(`(?<![\\d.,/-])(\\d{1,3}(?:[.,]\\d{1,2})?) ?${PER_CENT}`, 'g');
  const inWords = new RegExp(
    `(?<![a-z])(${NUMBER_WORD}(?:(?:[ -]+et[ -]+|[ -]+)${NUMBER_WORD}){0,4})[ -]*(?:%|pour ?cents?|pourcents?)`,
    'g',
  );
  return [
    ...[...text.matchAll(digits)].map((m) => found(text, m, Number((m[1] ?? '').replace(',', '.')))),
    ...[...text.matchAll(inWords)].map((m) => found(text, m, numberFromWords(m[1] ?? ''))),
  ];
}

function found(text: string, match: RegExpExecArray, value: number): Value {
  const from = match.index;
  const to = from + match[0].length;
  return { value, from, to, rank: rankOf(text, from, to) };
}

/** « avancement : 45 », « progression 20/100 », « on en est à 60 ». */
function labelledNumbers(text: string): Value[] {
  const labelled = new RegExp(
    `(?<![a-z])(?:${progressNoun}(?: (?:global|general|projet|du projet|actuel|reel|physique|estime|total|a ce jour))?(?: +(?:est|passe|estime|evalue|monte|toujours|actuellement|de|a|maintenant|autour|environ|i[ls]))*|(?:on|nous|#+) (?:en )?(?:est|sommes|reste|restons|passe|passons|stagne|arrive|monte)(?: (?:maintenant|desormais|donc|deja|environ|a peu pres|rendus?|toujours|bloques?))* a|(?:passe|passes|passons|monte|montes|avance|grimpe|progresse)(?: [a-z]+)? de \\d{1,3} ?%? a|(?:rendus?|arrives?) a|avance[e]?s? a) *[:=~≈]? *(\\d{1,3})(?! ?(?:%|pour ?c|pct|[/.,:h-]?\\d|/|eme|e\\b|er\\b|h\\b|k|m\\b|j\\b))(?= *(?:$|[.,;!)\\n|]|mais|et|sur 100|#|:|🟢|🟠|🔴|-|=|—))`,
    'gu',
  );
  const outOf = /(?<![\d/])(\d{1,3}) ?(?:\/|sur) ?(100|10)(?![\d/])/g;
  const moved = /(?:^|[#\n:,] ?)(?:de )?(\d{1,3}) ?%? ?(?:->|=>|→|➡|➜) ?(\d{1,3})(?![\d/h]|[.,]\d)/gu;
  return [
    ...[...text.matchAll(moved)].map((m) => ({ ...found(text, m, Number(m[2])), rank: 2 })),
    ...[...text.matchAll(labelled)].map((m) => ({ ...found(text, m, Number(m[1])), rank: 3 })),
    ...[...text.matchAll(outOf)]
      .filter((m) => m[2] === '100' || aboutProgress(text, m.index))
      .map((m) => found(text, m, (Number(m[1]) * 100) / Number(m[2]))),
  ];
}

/** « VACC 🟡, recette finie, 45 »: a bare figure that ends the message, when nothing better is said. */
function closing(text: string): Value[] {
  const end = text.trimEnd();
  const match = /(?:[,;:#]|🟢|🟠|🔴|🟡) ?(\d{1,3})[.!]?$/u.exec(end.slice(-12));
  if (!match) return [];
  return [{ value: Number(match[1]), from: end.length - match[0].length, to: end.length, rank: 0.5 }];
}

/** « aux deux tiers », « la moitié du chemin », « à mi-parcours », « avancement 3/4 ». */
function fractions(text: string): Value[] {
  const whole =
    '(?= *(?:$|[.,;:!)\\n|#-]|du (?:chemin|projet|travail|boulot|parcours|chantier|programme|plan|total)|de (?:la route|fait|notre|nos|l.avancement)|des (?:travaux|taches|etapes)|fait|realise|termine|atteint|accompli|mais|et |avec|environ|dans|pour|cette|a peu|on |c.est|voire|sans))';
  const entry =
    "(?:(?:on|nous)(?: y| en)? ?(?:est|sommes|arrive|arrivons|approche|a fait|avons fait|a atteint|a passe|a depasse|avons atteint|a franchi|depasse|passe)[a-z ']{0,28}?|avancement[a-z :=]{0,16}?|avances?[a-z ]{0,12}?|avancee?s? |progress[a-z :=]{0,12}?|fait(?:e|s)? |realise(?:e|s)? |termine(?:e|s)? |rendus? |arrives? |(?:^|[\\n,;:.!#(-]) *(?:a |environ |deja |quasi |presque |au |aux |a peu pres |pile |tout juste |projet |c'est |en gros )*)";
  const names: readonly (readonly [string, number])[] = [
    ['(?:a |la |de la |une (?:bonne )?|presque |pres de )*moitie', 50],
    ['(?:a )?mi[- ](?:parcours|chemin|course|projet)', 50],
    ['(?:au |un |le )?tiers', 100 / 3],
    ['(?:aux |les |a |des )*(?:deux|2)[- ]tiers', 200 / 3],
    ['(?:au |un |le )?quart', 25],
    ['(?:aux |les |a |des )*(?:trois|3)[- ]quarts?', 75],
    ['(?:aux |les )*(?:quatre|4)[- ]cinquiemes', 80],
    ['(?:aux |les )*(?:trois|3)[- ]cinquiemes', 60],
    ['(?:aux |les )*(?:neuf|9)[- ]dixiemes', 90],
  ];
  const named = names.flatMap(([name, value]) =>
    [...text.matchAll(new RegExp(`${entry}(?:${name})(?![a-z])${whole}`, 'g'))].map((m) =>
      fraction(text, m, value),
    ),
  );
  const halfWay = [...text.matchAll(/(?<![a-z])(?:a|au) mi[- ](?:parcours|chemin|course|projet)(?![a-z])/g)]
    .filter(
      (m) =>
        !/(?:bilan|point|revue|rapport|comite|evaluation|reunion|atelier|restitution) *$/.test(
          text.slice(Math.max(0, m.index - 14), m.index),
        ),
    )
    .map((m) => fraction(text, m, 50));
  const shared = [...text.matchAll(/(?<![\d/])([1-9]) ?\/ ?([2-9]|10)(?![\d/])(?! *(?:[a-z]{4,}s\b))/g)]
    .filter((m) => Number(m[1]) < Number(m[2]) && aboutProgress(text, m.index))
    .map((m) => fraction(text, m, (Number(m[1]) * 100) / Number(m[2])));
  return [...named, ...halfWay, ...shared];
}

function fraction(text: string, match: RegExpExecArray, value: number): Value {
  const from = match.index;
  const clause = clauseBefore(text, from + match[0].length);
  const rank = notNow(clause, text.slice(from + match[0].length)) ? 0 : 2;
  return { value, from, to: from + match[0].length, rank };
}

/** « 78 %, pardon 62 », « 78 % enfin plutôt 62 ». */
function corrections(text: string, values: readonly Value[]): Value[] {
  const again =
    /^[^\d]{0,14}?(?:pardon|plutot|enfin|correction|erratum|oups|euh|je (?:veux|voulais) dire|en fait|(?<!et )non(?=,| plutot)|je corrige|sorry|desolee?|finalement)[^\d\n.]{0,18}?(\d{1,3})(?! ?(?:[/.,:h-]?\d|e\b|eme|[a-z]{4,}))( ?(?:%|pour ?cents?|pct))?/;
  return values.flatMap(({ to, rank }) => {
    const match = rank > 0 ? again.exec(text.slice(to, to + 60)) : null;
    return match
      ? [{ value: Number(match[1]), from: to + match.index, to: to + match[0].length, rank: 4 }]
      : [];
  });
}

function rankOf(text: string, from: number, to: number): number {
  const before = clauseBefore(text, from);
  const after = clauseAfter(text, to);
  if (isChange(text, from, after) || notNow(before, after) || denied(before, after)) return 0;
  if (new RegExp(`(?<![a-z])${progressNoun}(?: +[a-z']+){0,3} *[:=~à]? *$`).test(before)) return 3;
  if (new RegExp(`^ *(?:d'|de |d |du |au |en )?(?:l'|la |le )?${progressNoun}(?![a-z])`).test(after))
    return 3;
  if (ofSomethingElse(before, after)) return 0;
  if (
    /(?:on|nous|projet|#) *(?:en )?(?:est|sommes|passe|passons|atteint|atteignons|arrive|monte|reste|tourne|stagne)[a-z ]{0,20}$/.test(
      before,
    )
  )
    return 3;
  if (/(?:passe|passes|montes?|avances?|rendus?|arrives?|->|=>|→)[a-z ]{0,14}$/.test(before)) return 3;
  if (/^ *(?:de |d'|du |des |of )/.test(after))
    return /^ *(?:du |de la |de l'|des )?(?:projet|chemin|travail|boulot|chantier|travaux|taches?|programme|parcours|plan|route|de fait|fait)/.test(
      after,
    )
      ? 2
      : 0;
  if (/^ *(?:fait|realise|termine|complete|done|acheve|boucle|fini|atteint)/.test(after)) return 3;
  return before.trim() === '' || /^[\s#:=,;-]*$/.test(before) ? 2.5 : 2;
}

function clauseBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - 90), at)
      .split(CLAUSE_END)
      .at(-1) ?? ''
  );
}

const CLAUSE_END =
  /[,;\n(!?]|\. | : (?=(?:on|nous|il|elle|ca|c'est) )| - | [–—•] | mais | et (?:on|nous) | dont |[^#\P{Extended_Pictographic}\d]/u;

function clauseAfter(text: string, at: number): string {
  return text.slice(at, at + 60).split(/[,;\n!?()]|\. | mais | - | et | puis |->|=>|→/, 1)[0] ?? '';
}

/** « +15 % », « 5 % de plus »: how much it moved, not where it stands. */
function isChange(text: string, from: number, after: string): boolean {
  return (
    /(?:^|[^\d%a-z]|\s)[+−±]\s?$|(?:^|[\s(])-$/.test(text.slice(Math.max(0, from - 3), from)) ||
    /^ *(?:de |d'|en )?(?:plus|moins|mieux|hausse|baisse|augmentation|reduction|points?)(?![a-z])/.test(after)
  );
}

/** A target, or where it stood. */
function notNow(before: string, after: string): boolean {
  return (
    /(?<![a-z])(?:objectif|cible|vise[rz]?|visons|visait|target|devrait|devrions|devra|doit|devons|atteindre|atteindra|sera|serons|seront|finira|passera|passerons|d'ici|prevu(?:e|s|es)?|prevoit|espere|esperons|pour arriver|avant|contre|vs|versus|au lieu de?|etait|etions|etais|avait|avions|avais|annonce|jusqu'a|plafonne|aimerait|voudrait|manque|seuil|minimum|maximum|max|si)(?![a-z])[^%]*$/.test(
      before,
    ) ||
    /^(?!.{0,24}(?:comme|idem|inchange|toujours|meme|identique))[^%\d]{0,24}?(?:semaine derniere|semaine passee|semaine precedente|semaine d'avant|mois dernier|hier|avant\b|auparavant|precedemment|d'ici|prevus?\b|vises?\b|attendus?\b|demain|fin (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|du mois|d'annee)|la semaine prochaine|last week|s-1|->|=>|→)/.test(
      after,
    )
  );
}

/** « 62 % et non 78 % ». */
function denied(before: string, after: string): boolean {
  return (
    /(?<![a-z])(?:pas|non|plus|not)(?: a| encore(?: a)?)? *$/.test(before) ||
    /^ *(?:c'etait (?:faux|hier)|non\b|est faux)/.test(after)
  );
}

/** « 80 % des agents », « budget à 80 % », « taux de rejet 3 % ». */
function ofSomethingElse(before: string, after: string): boolean {
  const near = before.slice(-44);
  if (has(near) || has(after.slice(0, 40))) return true;
  return (
    /^ *(?:des|de nos|de leurs|d'entre|de ces|of the|of our)(?![a-z])/.test(after) &&
    !/^ *des (?:travaux|taches|etapes|developpements|livrables)/.test(after)
  );
}

function has(text: string): boolean {
  metricNoun.lastIndex = 0;
  return metricNoun.test(text);
}

/** The clause, or the figure's own label, speaks of progress. */
function aboutProgress(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - 40), at)
      .split(/[\n;]/)
      .at(-1) ?? '';
  return new RegExp(
    `(?:${progressNoun}(?: +[a-z']+){0,3}|(?:on (?:en )?est|en est|sommes)(?: [a-z]+)? (?:aux?|a)|fait les|avances? (?:aux?|a)|rendus? (?:aux?|a)|aux) *[:=]? *$`,
  ).test(before);
}

function numberFromWords(phrase: string): number {
  let total = 0;
  for (const word of phrase.split(/[ -]+/)) {
    const value = NUMBER_WORDS[word] ?? 0;
    total = value === 20 && total === 4 ? 80 : value === 100 && total > 0 ? total * 100 : total + value;
  }
  return total;
}
