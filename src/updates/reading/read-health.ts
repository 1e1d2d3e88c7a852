import { type Health, healths } from '../../shared/health.ts';
import { clausesOf } from './sentences.ts';
import {
  colourIsName,
  colours,
  concession,
  deniable,
  healthEmoji,
  healthLabel,
  hintWords,
  moodEmoji,
  negationAfter,
  negationBefore,
  neutralNames,
  pastTime,
  solved,
  statedHealth,
  supposed,
  toneWords,
  verdictWords,
  wayOut,
} from './words.ts';

export interface HealthReading {
  readonly health: Health | undefined;
  /** Said in so many words (a colour, an emoji, « météo : … »), not inferred from the tone. */
  readonly explicit: boolean;
  /** Only the tone tells; a complaint about anything has one. */
  readonly faint: boolean;
}

/**
 * How the project stands, or undefined when nothing tells. `sentences` are plain (folded) statements with project
 * names hidden. A stated colour wins, the last one when there are several; otherwise satisfaction is onTrack, worry
 * with a way out atRisk, stuck or missed without one offTrack. Denials turn a cue round (« aucun retard »); the past,
 * suppositions and concessions do not count; after « mais » the second half decides.
 */
export function readHealth(sentences: readonly string[]): HealthReading {
  const stated = statedIn(sentences);
  if (stated) return { health: stated, explicit: true, faint: false };
  const cues = sentences.map(withoutNeutralNames).flatMap((s, i, all) => {
    if (NO_TROUBLE_LINE.test(s)) return [NO_TROUBLE];
    if (isHeading(s) && NONE.test(all[i + 1] ?? '')) return [];
    return isHeading(all[i - 1]) && NONE.test(s) ? [NO_TROUBLE] : cuesOf(s);
  });
  return {
    health: inferred(cues, sentences.join('\n')),
    explicit: false,
    faint: cues.every((c) => c.faint),
  };
}

// ── stated ──

interface Statement {
  readonly health: Health;
  readonly at: number;
  /** Not supposed, wished or former. */
  readonly certain: boolean;
  readonly labelled: boolean;
}

function statedIn(sentences: readonly string[]): Health | undefined {
  let offset = 0;
  const all: Statement[] = [];
  for (const sentence of sentences) {
    for (const s of statementsOf(sentence)) all.push({ ...s, at: s.at + offset });
    offset += sentence.length + 1;
  }
  const certain = all.filter((s) => s.certain).sort((a, b) => a.at - b.at);
  return (certain.filter((s) => s.labelled).at(-1) ?? certain.at(-1))?.health;
}

function statementsOf(sentence: string): Statement[] {
  const label = [...sentence.matchAll(new RegExp(healthLabel, 'g'))].at(-1);
  const labelEnd = label ? label.index + label[0].length : -1;
  const result: Statement[] = [];
  for (const health of healths) {
    for (const m of sentence.matchAll(healthEmoji[health])) {
      result.push({ health, at: m.index, certain: !former(sentence, m.index, m[0].length), labelled: false });
    }
    for (const m of sentence.matchAll(new RegExp(`(?<![a-z])(?:${colours[health]})(?![a-z])`, 'g'))) {
      if (isColourVerdict(sentence, m.index, m[0], labelEnd)) {
        result.push({ ...qualified(sentence, m, health), labelled: near(labelEnd, m.index) });
      }
    }
    for (const m of sentence.matchAll(statedHealth[health])) {
      if (WEATHER.test(m[0]) && !near(labelEnd, m.index) && !OPENING.test(sentence.slice(0, m.index)))
        continue;
      result.push({ ...qualified(sentence, m, health), labelled: near(labelEnd, m.index) });
    }
  }
  const worded =
    label && !result.some((s) => s.labelled || s.at >= labelEnd)
      ? labelledWord(sentence.slice(labelEnd))
      : undefined;
  if (worded) result.push({ health: worded, at: labelEnd, certain: true, labelled: true });
  return result;
}

const WEATHER =
  /^(?:pluie|pluvieu|orage|tempete|ensoleil|brouillard|brum|eclairc|nuage|grisaille|averse|variable|voile|temps|beau|ciel|grand|plein|soleil|mitige)/;
const OPENING =
  /^[\s#:=,-]*(?:(?:temps|ciel|projet|plutot|toujours|encore|un|grand|c'est|assez|tres|gros|sous) *)*$/;

/** « météo : plutôt bonne », « statut = ok ». */
function labelledWord(text: string): Health | undefined {
  const word =
    /^(?:(?:plutot|globalement|tres|assez|toujours|a peu pres|relativement|au) )?(bonne?s?|ok|beau|soleil|nickel|excellente?|parfaite?|good|fine|normale?|moyen(?:ne)?|bof|gris|nuages?|couvert|tendue?|fragile|mauvaise?|critique|bloquee?|ko|bad|pluie|noire?|alerte|inquietante?|degradee?|difficile|stable|sereine?|satisfaisante?)(?![a-z])/.exec(
      text,
    )?.[1];
  if (!word) return undefined;
  if (/^(?:bon|ok|beau|soleil|nickel|excel|parf|good|fine|norm|stable|serein|satisf)/.test(word))
    return 'onTrack';
  return /^(?:mauvais|critique|bloque|ko|bad|noir|pluie)/.test(word) ? 'offTrack' : 'atRisk';
}

function near(labelEnd: number, at: number): boolean {
  return labelEnd >= 0 && at >= labelEnd && at - labelEnd < 40;
}

function qualified(sentence: string, match: RegExpExecArray, health: Health): Omit<Statement, 'labelled'> {
  const { index: at } = match;
  const before = lastClause(sentence.slice(0, at));
  const out =
    /(?:sort(?:i|ie|is|ons|ent)?|quitte|quitter|plus|fini) (?:enfin |presque )?(?:du|dans le|au|en|le|de l'|d'|en zone|a l')? *$/.test(
      before,
    );
  const no =
    /(?<![a-z])(?:pas|non|ni|jamais|plus|not|isn't|no longer|never)(?: (?:yet|really|encore|vraiment|tout a fait|completement|totalement|toujours|forcement|non plus))*(?: (?:au|en|dans le|a l'|le|tout|si|tres|du tout|aussi|passe au|repasse au|revenu au))* *$/.test(
      before,
    );
  const certain =
    !former(sentence, at, match[0].length) && !isSupposed(before, sentence.slice(at + match[0].length));
  if (no || out)
    return {
      health: 'atRisk',
      at,
      certain: certain && no && health === 'onTrack',
    };
  return { health, at, certain };
}

/** « de l'orange au vert », « 🔴 => 🟠 », « on était en rouge »: where it comes from. */
function former(sentence: string, at: number, length: number): boolean {
  const before = lastClause(sentence.slice(0, at));
  const after = sentence.slice(at + length, at + length + 30);
  if (
    /^\s*(?:->|=>|→|➡|>|vers (?:le |l'|du )?(?=verte?|orange|rouge|jaune|🟢|🟠|🔴|🟡)|(?:a|au|en) (?:l')?(?=verte?|orange|rouge|jaune))/u.test(
      after,
    ) &&
    /verte?|orange|rouge|jaune|green|red|amber|🟢|🟠|🔴|🟡/u.test(after)
  )
    return true;
  if (
    /(?<![a-z])(?:passe|passee?s?|repasse|bascule|evolue|monte|descend|remonte|va|revient|on passe|passons|sorti|sort|revenu)[a-z ]{0,12} (?:du|de l'|de|d'un) *$/.test(
      before,
    )
  )
    return true;
  return (
    matches(pastTime, before) && !/(?<![a-z])(?:reste|toujours|encore|est|sommes)[a-z ]{0,12}$/.test(before)
  );
}

function isSupposed(before: string, after: string): boolean {
  if (supposed.test(before) && !/(?<![a-z])(?:risque)/.test(before)) return true;
  return (
    /(?<![a-z])(?:risque(?:nt|r|s|ons)? (?:de|d'|fort)|passera|passerons|sera|serons|deviendra|pourrait|pourrions|devrait|devrions|espere|esperons|vise|visons|objectif|pour (?:re)?pass(?:er)|bientot|avant de|prochainement|retour|d'ici|revenir|repasser|basculer|tomber)[a-z' ]{0,24}$/.test(
      before,
    ) ||
    /^\s*(?:si|seulement si|des que|quand|lorsqu|une fois|la semaine prochaine|d'ici|bientot)(?![a-z])/.test(
      after,
    )
  );
}

function lastClause(text: string): string {
  return text.split(/[,;\n(]|(?<![a-z])(?:mais|et|puis|donc)(?![a-z])/).at(-1) ?? '';
}

/** Is this colour said of the project, or part of a name (« feu vert », « espaces verts »)? */
function isColourVerdict(sentence: string, at: number, colour: string, labelEnd: number): boolean {
  const before = sentence.slice(Math.max(0, at - 40), at);
  if (near(labelEnd, at)) return true;
  if (colourIsName.test(before) && !/(?:tous|toutes) les (?:feux|voyants|indicateurs) $/.test(before))
    return false;
  if (/[a-z0-9]-$/.test(before)) return false;
  if (/^(?:verts|vertes|rouges|jaunes|orangees)$/.test(colour))
    return /(?:sont|restent|repasses?|passes?|tous|toutes|voyants|feux|indicateurs) $/.test(before);
  if (/(?:^|[#\n.,;:!?=()|/%*>-]|[^\p{L}\p{N}\s'])\s*$/u.test(before)) return true;
  return STATE_BEFORE.test(before);
}

const STATE_BEFORE =
  /(?<![a-z])(?:en|au|a l'|dans le|dans l'|dira[is]*|garde|laisse|maintiens|opte pour|penche pour|serait|seras?|l'|le|du|un|l'instant|le moment|ce jour|ce stade|est|c'est|reste|restons|rester|passe|passer|passons|repasse|repasser|repassons|mets?|mettre|mettez|mis|met|toujours|encore|globalement|plutot|tout|meteo|statut|status|sante|etat|couleur|voyants?|feu|projet|indicateurs?|reviens|revient|vire|virer|code|niveau|presque|quasi|maintenant|desormais|hebdo|semaine|entre|ou|et|puis|bien|tres|clairement|franchement|is|all|going|gone|still|now|to|passage|retour|bascule|de l'|s\d\d?|moi|hyper|pas|plus|non|sommes|suis|on|maj|direct|bref|donc|deviens?|devient|tourne|tend|tirant|oscille|aujourd'hui|je|nous|ca) *$/;

// ── inferred ──

type Level = 'good' | 'worry' | 'severe';

interface Cue {
  readonly level: Level;
  /** Said of the whole rather than of a part. */
  readonly verdict: boolean;
  readonly contrasts: boolean;
  /** Late or missed, as opposed to merely uneasy. */
  readonly missed: boolean;
  /** Merely something not done yet, or a grimace: alone it tells nothing of the whole. */
  readonly weak: boolean;
  /** Told by the tone alone. */
  readonly faint: boolean;
}

const plainCue = { missed: false, weak: false, faint: false } as const;
const NO_TROUBLE: Cue = { ...plainCue, level: 'good', verdict: true, contrasts: false };

function inferred(cues: readonly Cue[], text: string): Health | undefined {
  const uneasy = cues.filter((c) => c.level !== 'good');
  const bad = uneasy.length === 1 && uneasy[0]?.weak ? [] : uneasy;
  const good = cues.filter((c) => c.level === 'good');
  if (bad.length === 0) return good.length > 0 ? 'onTrack' : undefined;

  const lastVerdict = cues.filter((c) => c.verdict).at(-1);
  const afterTurn = cues.slice(cues.findLastIndex((c) => c.contrasts));
  const turned =
    cues.some((c) => c.contrasts) && afterTurn.length > 0 && afterTurn.every((c) => c.level === 'good');
  if (turned && afterTurn.some((c) => c.verdict)) return 'onTrack';
  const badVerdicts = bad.filter((c) => c.verdict);
  if (badVerdicts.length === 0 && lastVerdict?.level === 'good') return 'onTrack';
  if (lastVerdict?.level === 'good' && !badVerdicts.some((c) => c.level === 'severe')) {
    const trailing = cues.at(-1)?.level === 'good' && !bad.some((c) => c.missed);
    if (trailing) return 'onTrack';
  }
  const eased = hasWayOut(text) || turned || lastVerdict?.level === 'good';
  if (bad.some((c) => c.level === 'severe')) return eased ? 'atRisk' : 'offTrack';
  return bad.filter((c) => c.missed).length > 1 && !eased ? 'offTrack' : 'atRisk';
}

function hasWayOut(text: string): boolean {
  return [...text.matchAll(wayOut)].some(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 24), index);
    const after = text.slice(index + word.length, index + word.length + 8);
    return (
      !/(?<![a-z])(?:(?:pas|aucune?|sans|ni|plus|n'a|no|zero)(?: (?:de|d'|la|une|autre|vraie))?|(?:pas|aucune?)(?: (?:de|d'|la|une|autre|vraie)| d')*|a de) *$/.test(
        before,
      ) && !/^ (?:pas|plus|jamais)(?![a-z])/.test(after)
    );
  });
}

/** « Difficultés : aucune ». */
const NO_TROUBLE_LINE =
  /^[^a-z0-9]*(?:[a-z]+ )?(?:points? (?:d'attention|d'alerte|de vigilance|bloquants?|durs?)|risques?|difficultes?|blocages?|problemes?|soucis?|freins?|alertes?|irritants?|obstacles?|vigilance|risks?|issues?|blockers?) *(?:[:=]|->|[-–]) *(?:aucune?|neant|ras|r\.a\.s|rien|none|non|nothing|no|0|zero|pas d[a-z' ]{0,12})(?: (?:a ce (?:jour|stade)|pour l'instant|cette semaine|a signaler|identifiee?s?))?[^a-z0-9]*$/;

function withoutNeutralNames(sentence: string): string {
  return sentence.replace(neutralNames, (name) => '#'.repeat(name.length));
}

/** « Risques : » alone on its line. */
function isHeading(sentence: string | undefined): boolean {
  return (
    sentence !== undefined && RISK_HEADING.test(sentence) && /^[^a-z0-9]*[a-z' ]{4,40}[:=] *$/.test(sentence)
  );
}

const NONE =
  /^[^a-z0-9]*(?:aucune?|neant|rien|ras|r\.a\.s|pas (?:de|d'|pour)|non|none|nothing|zero|0)(?![a-z0-9])/;

function cuesOf(sentence: string): Cue[] {
  const cues: Cue[] = [];
  let contrasts = false;
  for (const clause of clausesOf(sentence)) {
    contrasts ||= clause.contrasts;
    const named = RISK_HEADING.test(sentence);
    const found = clauseCues(clause.text, contrasts).map((c) =>
      named && c.level === 'worry' ? { ...c, verdict: false } : c,
    );
    if (found.length > 0) contrasts = false;
    cues.push(...found);
  }
  if (/!\s*!/.test(sentence) && cues.length === 0)
    cues.push({ ...plainCue, level: 'good', verdict: false, contrasts: false });
  return cues;
}

/** What follows is a risk named, not how things stand. */
const RISK_HEADING =
  /^[^a-z0-9]*(?:un |une |seule? |mon |petite? |principal )*(?:points? d'(?:attention|alerte)|points? de vigilance|risques?|vigilance|attention|bemols?|alertes?|warning|risks?)(?![a-z])/;

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly level: Level;
  readonly verdict: boolean;
  readonly faint?: boolean;
}

function faintly(hit: Hit): Hit {
  return { ...hit, faint: true };
}

function clauseCues(clause: string, contrasts: boolean): Cue[] {
  const over = solvedIn(clause);
  const hits = longest([
    ...all(clause, verdictWords.severe, 'severe', true),
    ...all(clause, verdictWords.worry, 'worry', true),
    ...all(clause, verdictWords.good, 'good', true),
    ...all(clause, hintWords.severe, 'severe', false),
    ...all(clause, hintWords.worry, 'worry', false),
    ...all(clause, hintWords.good, 'good', false),
    ...all(clause, toneWords.worry, 'worry', false).map(faintly),
    ...all(clause, toneWords.good, 'good', false).map(faintly),
    ...all(clause, deniable, 'worry', false).filter((h) => over || isDenied(clause, h)),
    ...all(clause, moodEmoji.severe, 'severe', false),
    ...all(clause, moodEmoji.worry, 'worry', false),
    ...all(clause, moodEmoji.good, 'good', false),
  ]);
  const past = matches(pastTime, clause) && !/(?<![a-z])(?:toujours|encore|reste)(?![a-z])/.test(clause);
  return hits.flatMap((hit): Cue[] => {
    const cue = settle(clause, hit, { past, over });
    return cue ? [{ ...cue, contrasts, faint: hit.faint === true }] : [];
  });
}

function settle(
  clause: string,
  hit: Hit,
  { past, over }: { past: boolean; over: boolean },
): Omit<Cue, 'contrasts' | 'faint'> | undefined {
  const before = clause.slice(0, hit.from);
  if (isDenied(clause, hit)) {
    if (hit.level === 'good') return { ...plainCue, level: 'worry', verdict: hit.verdict };
    return matches(deniable, hit.word) || hit.level === 'severe'
      ? { ...plainCue, level: 'good', verdict: true }
      : undefined;
  }
  if (
    hit.level === 'good' &&
    /(?<![a-z])(?:etait|etaient|avait ete)(?: (?:trop|un peu|bien|tres))? *$/.test(before)
  )
    return undefined;
  if (hit.level === 'good')
    return past && !hit.verdict && !PICTURE.test(hit.word)
      ? undefined
      : { ...plainCue, level: 'good', verdict: hit.verdict };
  if (over && hit.faint) return undefined;
  if (over) return { ...plainCue, level: 'good', verdict: true };
  if (past || concession.test(before)) return undefined;
  const maybe = supposed.exec(before);
  if (maybe)
    return /evit|pour ne pas|pour pas|empech/.test(maybe[0])
      ? undefined
      : { ...plainCue, level: 'worry', verdict: false };
  const weak =
    hit.level === 'worry' &&
    ((NOT_YET.test(hit.word) && !UNANSWERED.test(clause)) ||
      (GRIMACE.test(hit.word) && /\p{L}/u.test(before) && /\p{L}/u.test(clause.slice(hit.to))));
  const verdict = (hit.verdict || GRIMACE.test(hit.word)) && !weak && !POSTPONED.test(hit.word);
  return { level: hit.level, verdict, missed: MISSED.test(hit.word), weak };
}

/** Somebody has not done something yet: a fact about a part. */
const NOT_YET =
  /^(?:toujours|encore|jamais|pas (?!confiance|de |d'|le |tres|trop|super|terrible|top|bon|bien|mal|mieux|assez|du tout|tenable|realiste|faisable|jouable|viable|normal|compris|serein|rassur|convaincu|content|satisfait|ravi|emballe|fan|d'accord|simple|evident|gagne|optimiste)|non |sans (?!pilote|porteur|chef|referent|succes|remplac|appui|soutien|filet|budget|issue|suite)|aucune? (?!budget|moyen|financ|credit|ressource|candidat|prestataire|remplac|releve|solution|garantie|interlocuteur)|manqu|(?:ne |n')?repond)/;
const POSTPONED = /^(?:decal|report|repouss|est report)/;
const GRIMACE = /^(?!⚠|🚨|😱|😡|👎)\p{Extended_Pictographic}/u;
const PICTURE = /^\p{Extended_Pictographic}/u;

/** Others were asked and keep silent. */
const UNANSWERED =
  /(?<![a-z])(?:toujours|encore|aucune?|sans|pas (?:de|d'|eu de|encore de)|attente d[eu'](?:s)?)(?: [a-z']+){0,4}? ?(?:reponses?|retours?|nouvelles?|signe de vie|feedback|relances?)(?![a-z])/;

const MISSED =
  /^(?:en retard|du retard|retards?|toujours|pas (?:encore )?(?:livre|signe|recu|valide|rendu|tenu|respecte|arrive|repondu)|non (?:livre|signe|tenu|respecte)|late|delayed|behind|depass|sans reponse|aucune? reponse|pas (?:de|d') ?reponse|repond)/;

/** « pas de blocage », « ne bloque pas », « rien d'inquiétant ». */
function isDenied(clause: string, { from, to, word }: Hit): boolean {
  if (/^(?:pas|non|sans|aucune?|rien|toujours|peu|zero|0|ne|n'|plus|ras)(?![a-z])/.test(word)) return false;
  if (/(?:ne|n') ?(?:marche|fonctionne|avance|repond|bouge)|pas$|plus$/.test(word)) return false;
  const before = clause.slice(Math.max(0, from - 60), from);
  const compared =
    /(?<![a-z])(?:plus|pas moins) *$/.test(before) && /^ *(?:que |qu'|a )/.test(clause.slice(to));
  if (negationBefore.test(before) && !compared)
    return !/(?<![a-z])(?:pas que|plus que|pas seulement|de plus en plus|non seulement)/.test(before);
  if (
    /(?<![a-z])(?:personne|rien|aucun [a-z]+|aucune [a-z]+)(?: [a-z]+)? (?:ne |n')? ?(?:nous |me |vous |les |le |la |l')?(?:est |soit |reste )?$/.test(
      before,
    )
  )
    return true;
  return negationAfter.test(clause.slice(to));
}

function solvedIn(clause: string): boolean {
  return [...clause.matchAll(solved)].some(
    ({ 0: word, index }) =>
      !isDenied(clause, { from: index, to: index + word.length, word, level: 'good', verdict: false }) &&
      !/(?<![a-z])(?:(?:reste|est|sont|rest[a-z]+|points?|problemes?) a|sera|etre|avoir|de|pour|si) +$/.test(
        clause.slice(0, index),
      ),
  );
}

function all(text: string, pattern: RegExp, level: Level, verdict: boolean): Hit[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    word,
    level,
    verdict,
  }));
}

/** Of two readings of the same words the longer one; of equals the first given. */
function longest(hits: readonly Hit[]): Hit[] {
  const byLength = [...hits].sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Hit[] = [];
  for (const hit of byLength) if (!kept.some((k) => hit.from < k.to && k.from < hit.to)) kept.push(hit);
  return kept.sort((a, b) => a.from - b.from);
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
