import {
  actionRow,
  banner,
  beside,
  bold,
  button,
  type Card,
  type CardElement,
  card,
  heading,
  line,
  problem,
  quiet,
  run,
  said,
  subheading,
  submitButton,
  typeahead,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import type { AbsenceFields, AbsenceProblem } from './absence.ts';
import type { Absence } from './person.ts';
import { choiceOf } from './person-choices.ts';
import type { AbsencePlan, StandIn } from './plan-absence.ts';

export interface AbsenceForm {
  readonly plan: AbsencePlan;
  /** Whose absences those are: one's own, or somebody's whose lead looks at them. */
  readonly isOwn: boolean;
  readonly fields: AbsenceFields;
  readonly problems?: readonly AbsenceProblem[];
  /** What was just done. */
  readonly done?: 'saved' | 'removed' | undefined;
  /** How many absences come before those shown. */
  readonly skip?: number;
}

/** Teams' guideline is six actions a card: four absences, the form's own, and the way on. */
export const absencesPerPage = 4;
const mostStandIns = 10;
/** As many as a list shows before one types. */
const likeliest = 10;

/** Planned absences with who stands in, and the form for one more. The inputs' ids are the card contract. */
export function absenceCard(translator: Translator, form: AbsenceForm): Card {
  const { t, language } = translator;
  const { plan, isOwn, fields, problems = [], done, skip = 0 } = form;
  const { absences, standIns, person, others } = plan;
  const whose = isOwn ? {} : { personId: person.id };
  const problemOf = (field: AbsenceProblem['field']): CardElement[] =>
    problems.filter((one) => one.field === field).map((one) => problem(t(`absence.problems.${one.problem}`)));
  const next = skip + absencesPerPage;

  return card(
    language,
    t('absence.title'),
    [
      banner([
        heading(t('absence.title')),
        isOwn
          ? line(t('absence.purpose'), { spacing: 'Small' })
          : said([bold(person.name)], { spacing: 'Small' }),
      ]),
      ...(done ? [line(`✅ ${t(`absence.${done}`)}`)] : []),
      ...(problems.length > 0 ? [problem(t('absence.problems.some', { count: problems.length }))] : []),
      ...(absences.length === 0 ? [quiet(t('absence.none'))] : []),
      ...absences.slice(skip, next).map((absence) => absenceLine(translator, absence, whose)),
      ...(standIns.length > 0 ? [subheading(t('absence.standIns'))] : []),
      ...standIns.slice(0, mostStandIns).map((standIn) => standInLine(translator, standIn)),
      ...(standIns.length > mostStandIns
        ? [quiet(t('absence.moreStandIns', { count: standIns.length - mostStandIns }))]
        : []),
      subheading(t('absence.add')),
      ...(isOwn && others.length > 0
        ? [
            typeahead('people', {
              id: 'personId',
              label: t('absence.fields.personId'),
              placeholder: t('absence.placeholders.personId'),
              choices: others.slice(0, likeliest).map((one) => choiceOf(translator, one)),
            }),
            ...problemOf('personId'),
          ]
        : []),
      dateInput(translator, 'from', fields.from),
      ...problemOf('from'),
      dateInput(translator, 'to', fields.to),
      ...problemOf('to'),
    ],
    [
      submitButton(t('absence.save'), 'absence.save', whose),
      ...(absences.length > absencesPerPage
        ? [button(t('absence.next'), 'absence.open', { ...whose, skip: next < absences.length ? next : 0 })]
        : []),
    ],
  );
}

const absenceLine = ({ t, dates }: Translator, { from, to }: Absence, whose: { personId?: string }) =>
  beside(
    [line(dates(from, to))],
    [actionRow([button(t('absence.cancel'), 'absence.remove', { ...whose, from })])],
    { spacing: 'Small' },
  );

function standInLine({ t }: Translator, { project, deputy, isAwayToo }: StandIn): CardElement {
  const away = isAwayToo ? [run(` · ${t('absence.awayToo')}`, { color: 'Attention' })] : [];
  return said(
    [
      run(`${project.name} · `),
      ...(deputy ? [bold(deputy.name), ...away] : [run(t('absence.noDeputy'), { color: 'Attention' })]),
    ],
    { spacing: 'Small' },
  );
}

const dateInput = ({ t }: Translator, id: 'from' | 'to', value: string): CardElement => ({
  type: 'Input.Date',
  id,
  label: t(`absence.fields.${id}`),
  isRequired: true,
  errorMessage: t(`absence.problems.${id}`),
  ...(value !== '' && { value }),
});
