/**
 * French and English say the same things, all of them, and French as printers do: `npm run check:languages`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export type Texts = { readonly [key: string]: string | Texts };

export interface Languages {
  readonly fr: Texts;
  readonly en: Texts;
  /** The code that shows the texts, by path. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * One sentence a problem: file, key and cure; none when all is well.
 *
 * A key is used when a string of the sources is the key, or when a template could become it: `health.${h}` uses
 * all of `health.`. So a key that is also, by chance, the name of a button's verb counts as used. A key asked
 * for (`t('a.b')`, also inside a `? :`) must exist.
 */
export function languageProblems({ fr, en, sources }: Languages): string[] {
  const french = readTexts('fr', fr);
  const english = readTexts('en', en);
  return [
    ...missingKeys(french, english),
    ...missingKeys(english, french),
    ...[french, english].flatMap((one) => [...one.problems, ...pluralProblems(one), ...emptyTexts(one)]),
    ...variableProblems(french, english),
    ...useProblems(french, english, sources),
    ...[french, english].flatMap(apostropheProblems),
    ...spacingProblems(french),
  ];
}

type Language = 'fr' | 'en';

interface Read {
  readonly language: Language;
  readonly file: string;
  /** Texts by full key, plural forms apart: `age.weeksAgo_one`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Full keys by the key the code asks for: `age.weeksAgo` → its forms. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly string[];
}

const pluralEnding = /_(zero|one|two|few|many|other)$/;
const nonBreaking = '\u00a0\u202f';

function readTexts(language: Language, tree: Texts): Read {
  const file = `src/i18n/${language}.json`;
  const texts = new Map<string, string>();
  const problems: string[] = [];
  collect(tree, '');

  const forms = Map.groupBy(texts.keys(), (key) => {
    const base = key.replace(pluralEnding, '');
    return texts.has(`${base}_other`) ? base : key;
  });
  return { language, file, texts, forms, problems };

  function collect(branch: Texts, prefix: string): void {
    for (const [name, value] of Object.entries(branch)) {
      const key = `${prefix}${name}`;
      if (typeof value === 'string') texts.set(key, value);
      else if (value && typeof value === 'object' && !Array.isArray(value)) collect(value, `${key}.`);
      else problems.push(`${file}: ${key} is neither a text nor a group of texts: write a text.`);
    }
  }
}

function missingKeys(from: Read, to: Read): string[] {
  return [...from.forms.keys()]
    .filter((key) => !to.forms.has(key))
    .map((key) => `${to.file}: ${key} is missing: translate it from ${from.file}, or remove it there.`);
}

/** i18next shows the bare key when a form is missing. `_zero` may be added in any language. */
function pluralProblems({ language, file, forms }: Read): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return [...forms].flatMap(([base, keys]) => {
    if (keys.length === 1 && keys[0] === base) return [];
    const missing = pluralCategories.filter((category) => !keys.includes(`${base}_${category}`));
    const extra = keys.filter((key) => {
      const category = pluralEnding.exec(key)?.[1];
      return category !== 'zero' && !pluralCategories.some((one) => one === category);
    });
    return [
      ...missing.map((category) => `${file}: ${base}_${category} is missing: ${plurals[language]}`),
      ...extra.map((key) => `${file}: ${key} is never shown: ${plurals[language]} Remove it.`),
    ];
  });
}

const plurals = {
  fr: 'French counts with _one (0 and 1), _many (whole millions: “un million de projets”) and _other.',
  en: 'English counts with _one and _other.',
};

function emptyTexts({ file, texts }: Read): string[] {
  return [...texts]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${file}: ${key} is empty: write the text, or remove the key in both languages.`);
}

function variableProblems(french: Read, english: Read): string[] {
  return [...french.forms.keys()].flatMap((key) => {
    if (!english.forms.has(key)) return [];
    const inFrench = variablesOf(french, key);
    const inEnglish = variablesOf(english, key);
    const tell = (file: string, names: Set<string>, other: string) =>
      [...names].map(
        (name) => `${file}: ${key} lacks {{${name}}}, which ${other} shows: add it or remove it there.`,
      );
    return [
      ...tell(french.file, inEnglish.difference(inFrench), english.file),
      ...tell(english.file, inFrench.difference(inEnglish), french.file),
    ];
  });
}

/** Of all forms together: “one project” need not show its count. */
function variablesOf({ texts, forms }: Read, key: string): Set<string> {
  const all = (forms.get(key) ?? []).map((form) => texts.get(form) ?? '').join(' ');
  return new Set([...all.matchAll(/\{\{-?\s*([^},\s]+)/g)].map(([, name = '']) => name));
}

function useProblems(french: Read, english: Read, sources: Languages['sources']): string[] {
  const keys = [...new Set([...french.forms.keys(), ...english.forms.keys()])];
  const reads = Object.entries(sources).map(([path, text]) => readSource(path, text));
  const named = new Set(reads.flatMap(({ strings }) => strings));
  const patterns = reads.flatMap(({ templates }) => templates).map(patternOf);
  const nested = new Set(
    [...french.texts.values(), ...english.texts.values()].flatMap((text) =>
      [...text.matchAll(/\$t\(([^),\s]+)/g)].map(([, key = '']) => key),
    ),
  );
  const isUsed = (key: string) =>
    named.has(key) || nested.has(key) || patterns.some((pattern) => pattern.test(key));

  return [
    ...reads.flatMap(({ path, asked }) =>
      asked
        .filter(({ template }) => !keys.some((key) => patternOf(template).test(key)))
        .map(({ line, template }) => {
          const key = template.join('…');
          return `${path}:${line}: no text for ${key}: add it to ${french.file} and ${english.file}, or correct the key.`;
        }),
    ),
    ...keys
      .filter((key) => !isUsed(key))
      .map((key) => `${french.file}, ${english.file}: ${key} is shown nowhere: remove it from both.`),
  ];
}

/** A template is its fixed parts; a plain string has one. */
type Template = readonly string[];

const patternOf = (parts: Template) => new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`);

interface ReadSource {
  readonly path: string;
  readonly strings: readonly string[];
  readonly templates: readonly Template[];
  /** What `t` is called with. */
  readonly asked: readonly { line: number; template: Template }[];
}

function readSource(path: string, text: string): ReadSource {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const strings: string[] = [];
  const templates: Template[] = [];
  const asked: { line: number; template: Template }[] = [];
  visit(file);
  return { path, strings, templates, asked };

  function visit(node: ts.Node): void {
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    // A template that starts or ends with a variable alone (`${a}${b}`) would use every key.
    if (ts.isTemplateExpression(node) && node.head.text.includes('.')) templates.push(partsOf(node));
    const [key] = ts.isCallExpression(node) && isTranslation(node) ? node.arguments : [];
    if (key) askFor(key);
    ts.forEachChild(node, visit);
  }

  function askFor(key: ts.Expression): void {
    if (ts.isParenthesizedExpression(key) || ts.isAsExpression(key) || ts.isSatisfiesExpression(key)) {
      askFor(key.expression);
    } else if (ts.isConditionalExpression(key)) {
      askFor(key.whenTrue);
      askFor(key.whenFalse);
    } else if (ts.isStringLiteralLike(key) || ts.isTemplateExpression(key)) {
      const line = file.getLineAndCharacterOfPosition(key.getStart()).line + 1;
      asked.push({ line, template: ts.isTemplateExpression(key) ? partsOf(key) : [key.text] });
    }
  }
}

function isTranslation({ expression }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return expression.text === 't';
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 't';
}

function partsOf(template: ts.TemplateExpression): Template {
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

function apostropheProblems({ file, texts }: Read): string[] {
  return [...texts]
    .filter(([, text]) => text.includes("'"))
    .map(([key]) => `${file}: ${key} has a typewriter apostrophe ('): write ’ (U+2019).`);
}

function spacingProblems({ file, texts }: Read): string[] {
  return [...texts].flatMap(([key, text]) =>
    badSpacing(text).map(
      (found) =>
        `${file}: ${key}: a non-breaking space (U+00A0 or U+202F) is needed ${found.where} “${found.sign}”.`,
    ),
  );
}

/** Hours (10:30), addresses (https://…?x) and `(%)` need no space; a sign may follow another one (?!). */
function badSpacing(text: string): { sign: string; where: 'before' | 'after' }[] {
  const words = text.replace(/\{\{[^}]*\}\}|\$t\([^)]*\)/g, 'x').replace(/https?:[^\s)]+/g, 'x');
  const before = [
    ...words.matchAll(new RegExp(`(?<![${nonBreaking}!?…]|^)[;!?]`, 'gm')),
    ...words.matchAll(new RegExp(`(?<![${nonBreaking}]|^):(?!\\d)`, 'gm')),
    ...words.matchAll(/(?<=[\p{L}\p{N} ])%/gu),
    ...words.matchAll(new RegExp(`(?<![${nonBreaking}])»`, 'g')),
  ];
  const after = words.matchAll(new RegExp(`«(?![${nonBreaking}])`, 'g'));
  return [
    ...before.map(([sign]) => ({ sign, where: 'before' as const })),
    ...[...after].map(([sign]) => ({ sign, where: 'after' as const })),
  ];
}

function readLanguage(language: Language): Texts {
  const file = join('src', 'i18n', `${language}.json`);
  if (!existsSync(file)) throw new Error(`${file} is missing: the bot speaks French and English, write it.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

if (import.meta.main) {
  try {
    const paths = globSync('src/**/*.ts');
    const sources = Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
    const problems = languageProblems({ fr: readLanguage('fr'), en: readLanguage('en'), sources });
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
