import { createInstance, type TFunction } from 'i18next';
import { type Day, type Week, weeksBetween } from '../shared/calendar.ts';
import { healthSign, type WeekHealth } from '../shared/health.ts';
import type { Language } from '../shared/language.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof fr };
  }
}

/** What `commands.<name>` holds a title and a purpose for. */
export type CommandName = keyof (typeof fr)['commands'];

/** A language as cards need it: texts by key, and numbers and dates in its manner. */
export interface Translator {
  readonly language: Language;
  readonly t: TFunction;
  /** `55 %` in French, with its non-breaking space; `55%` in English. `value` is 0–100. */
  percent(value: number): string;
  /** `23 novembre 2026`. */
  date(day: Day): string;
  /** `lundi`; 1 is Monday. */
  weekday(number: number): string;
  /** `2 – 8 novembre 2026`. */
  dates(from: Day, to: Day): string;
  /** `🟠 À surveiller`. */
  health(health: WeekHealth): string;
  /** How old the news of `week` are: `cette semaine`, `il y a 3 semaines`. */
  age(week: Week, thisWeek: Week): string;
}

const i18n = createInstance();
void i18n.init({
  resources: { fr: { translation: fr }, en: { translation: en } },
  fallbackLng: false,
  initAsync: false,
  // Cards show user text without interpreting it; there is no HTML to protect.
  interpolation: { escapeValue: false },
});

const inUtc = (day: Day) => new Date(`${day}T00:00:00Z`);

function makeTranslator(language: Language): Translator {
  const locale = { fr: 'fr-FR', en: 'en-GB' }[language];
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const t = i18n.getFixedT(language);
  return {
    language,
    t,
    percent: (value) => percent.format(value / 100),
    date: (day) => date.format(inUtc(day)),
    // 1 January 2024 was a Monday.
    weekday: (number) => weekday.format(Date.UTC(2024, 0, number)),
    dates: (from, to) => date.formatRange(inUtc(from), inUtc(to)),
    health: (health) => `${healthSign[health]} ${t(`health.${health}`)}`,
    age(week, thisWeek) {
      const count = weeksBetween(week, thisWeek);
      return count <= 0 ? t('age.thisWeek') : t('age.weeksAgo', { count });
    },
  };
}

const translators = { fr: makeTranslator('fr'), en: makeTranslator('en') };
export const translatorOf = (language: Language): Translator => translators[language];
