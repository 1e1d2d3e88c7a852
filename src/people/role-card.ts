import {
  banner,
  bold,
  box,
  button,
  type Card,
  type CardElement,
  card,
  heading,
  problem,
  quiet,
  run,
  said,
  submitButton,
  typeahead,
} from '../chat/card.ts';
import type { Translator } from '../i18n/translate.ts';
import { roles } from '../shared/role.ts';
import { type Person, roleOf } from './person.ts';
import { choiceOf } from './person-choices.ts';

export interface RolesForm {
  /** In the order they are shown. */
  readonly people: readonly Person[];
  /** How many people come before the page. */
  readonly from: number;
  /** What was chosen, when the form is shown again. */
  readonly personId: string;
  readonly role: string;
  /** What was just done. */
  readonly given?: Person | undefined;
  /** A sentence beside the field it is about. */
  readonly problem?: { readonly field: 'personId' | 'role'; readonly text: string } | undefined;
}

export const peoplePerPage = 15;
/** As many as a list shows before one types. */
const likeliest = 10;

/** Who has which role, and the form that gives one. */
export function rolesCard(translator: Translator, form: RolesForm): Card {
  const { t, language } = translator;
  const { people, from, given } = form;
  const page = people.slice(from, from + peoplePerPage);
  const next = from + peoplePerPage;
  const problemOf = (field: 'personId' | 'role'): CardElement[] =>
    form.problem?.field === field ? [said([run(`⚠ ${form.problem.text}`, { color: 'Attention' })])] : [];
  const offered = people.filter(({ id }, index) => index < likeliest || id === form.personId);

  return card(
    language,
    t('people.title'),
    [
      banner([heading(t('people.title')), quiet(t('people.purpose'))]),
      ...(given
        ? [
            said([run('✅ '), bold(given.name), run(` · ${t(`roles.${roleOf(given)}`)}`)], {
              spacing: 'Medium',
            }),
          ]
        : []),
      ...(form.problem ? [problem(t('people.problems.nothingChanged'))] : []),
      box(
        page.map((person) => roleLine(translator, person)),
        { spacing: 'Medium' },
      ),
      ...(people.length > peoplePerPage
        ? [
            quiet(
              t('people.shown', {
                first: from + 1,
                last: Math.min(next, people.length),
                count: people.length,
              }),
            ),
          ]
        : []),
      typeahead('people', {
        id: 'personId',
        label: t('people.fields.person'),
        isRequired: true,
        errorMessage: t('people.problems.person'),
        placeholder: t('people.placeholders.person'),
        separator: true,
        choices: offered.map((person) => choiceOf(translator, person)),
        ...(offered.some(({ id }) => id === form.personId) && { value: form.personId }),
      }),
      ...problemOf('personId'),
      {
        type: 'Input.ChoiceSet',
        id: 'role',
        label: t('people.fields.role'),
        style: 'expanded',
        isRequired: true,
        errorMessage: t('people.problems.role'),
        choices: roles.toReversed().map((role) => ({ title: t(`people.rights.${role}`), value: role })),
        ...(form.role !== '' && { value: form.role }),
      },
      ...problemOf('role'),
    ],
    [
      submitButton(t('people.give'), 'role.save', { from }),
      ...(next < people.length ? [button(t('people.next'), 'roles.open', { from: next })] : []),
      ...(from > 0 ? [button(t('people.first'), 'roles.open', { from: 0 })] : []),
      button(t('settings.title'), 'settings.open'),
    ],
  );
}

function roleLine({ t }: Translator, person: Person): CardElement {
  const role = t(`roles.${roleOf(person)}`);
  return said(
    [
      run(person.name || t('people.nameless')),
      run(` · ${person.isGuest ? t('people.guest') : role}`, { isSubtle: true }),
    ],
    { spacing: 'None' },
  );
}
