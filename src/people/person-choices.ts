import type { Choice } from '../chat/reply.ts';
import type { Typeahead } from '../chat/route.ts';
import type { Translator } from '../i18n/translate.ts';
import { isAtLeast } from '../shared/role.ts';
import { fold } from '../shared/text.ts';
import { type Person, type PersonStore, roleOf } from './person.ts';

/** The dataset `people`: everybody who spoke to the bot, for the mission only. */
export const peopleTypeahead = ({ people }: { people: Pick<PersonStore, 'list'> }): Typeahead => ({
  dataset: 'people',
  run: async ({ actor, translator }, query) =>
    isAtLeast(actor.role, 'staff')
      ? peopleLike(query, await people.list()).map((person) => choiceOf(translator, person))
      : [],
});

/** `Noé Référent (référent)`. */
export const choiceOf = ({ t }: Translator, person: Person): Choice => ({
  title: `${person.name} (${t(`roles.${roleOf(person)}`)})`,
  value: person.id,
});

/** Those with a name that has every typed word at the start of one of its own, by name. */
function peopleLike(query: string, people: readonly Person[]): Person[] {
  const typed = wordsOf(query);
  return people
    .filter(({ name }) => {
      const words = wordsOf(name);
      return typed.every((start) => words.some((word) => word.startsWith(start)));
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const { compare } = new Intl.Collator('fr');
