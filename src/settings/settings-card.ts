import {
  banner,
  button,
  type Card,
  type CardElement,
  card,
  done,
  heading,
  line,
  problem,
  submitButton,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import { languages } from '../shared/language.ts';
import { digestWeekdays, type Settings, type SettingsFields, type SettingsProblem } from './settings.ts';

/** What the mission decides, as a form. The inputs' ids are the card contract. */
export function settingsCard(
  translator: Translator,
  fields: SettingsFields,
  problems: readonly SettingsProblem[] = [],
): Card {
  const { t, language } = translator;
  const problemOf = (field: SettingsProblem['field']): CardElement[] =>
    problems
      .filter((one) => one.field === field)
      .map((one) => problem(t(`settings.problems.${one.problem}`)));
  return card(
    language,
    t('settings.title'),
    [
      banner([heading(t('settings.title')), line(t('settings.purpose'), { spacing: 'Small' })]),
      ...(problems.length > 0 ? [problem(t('settings.problems.some', { count: problems.length }))] : []),
      {
        type: 'Input.ChoiceSet',
        id: 'digestWeekday',
        label: t('settings.fields.digestWeekday'),
        style: 'compact',
        isRequired: true,
        errorMessage: t('settings.problems.weekday'),
        choices: digestWeekdays.map((day) => ({
          title: asTitle(translator.weekday(day)),
          value: String(day),
        })),
        ...filled(fields.digestWeekday),
      },
      ...problemOf('digestWeekday'),
      {
        type: 'Input.Time',
        id: 'digestHour',
        label: t('settings.fields.digestHour'),
        isRequired: true,
        errorMessage: t('settings.problems.hour'),
        ...filled(fields.digestHour),
      },
      ...problemOf('digestHour'),
      {
        type: 'Input.ChoiceSet',
        id: 'defaultLanguage',
        label: t('settings.fields.defaultLanguage'),
        style: 'compact',
        isRequired: true,
        errorMessage: t('settings.problems.language'),
        choices: languages.map((one) => ({ title: asTitle(t(`languages.${one}`)), value: one })),
        ...filled(fields.defaultLanguage),
      },
      ...problemOf('defaultLanguage'),
      {
        type: 'Input.Toggle',
        id: 'holidays',
        title: t('settings.fields.holidays'),
        wrap: true,
        ...filled(fields.holidays),
      },
      ...problemOf('holidays'),
      {
        type: 'Input.Text',
        id: 'closedDays',
        label: t('settings.fields.closedDays'),
        isMultiline: true,
        placeholder: t('settings.placeholders.closedDays'),
        ...filled(fields.closedDays),
      },
      ...problemOf('closedDays'),
    ],
    [submitButton(t('settings.save'), 'settings.save', {}), button(t('settings.roles'), 'roles.open')],
  );
}

/** What holds from now on, in the place of the form. */
export function savedCard(translator: Translator, settings: Settings): Card {
  const { t, language } = translator;
  const { digest, defaultLanguage = language, holidays, closedDays } = settings;
  const title = t('settings.saved');
  return card(
    language,
    title,
    [
      banner([heading(done(title))]),
      line(t('settings.digestAt', { weekday: translator.weekday(digest.weekday), hour: digest.hour })),
      line(t(holidays ? 'settings.movedOnHolidays' : 'settings.notMovedOnHolidays')),
      ...(closedDays.length > 0
        ? [line(t('settings.closedOn', { days: closedDays.map((day) => translator.date(day)).join(', ') }))]
        : []),
      line(t('settings.speaks', { language: t(`languages.${defaultLanguage}`) })),
    ],
    [button(t('settings.edit'), 'settings.open'), button(t('settings.roles'), 'roles.open')],
  );
}

const asTitle = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const filled = (value: string) => value !== '' && { value };
