import { translatorOf } from '../i18n/translate.ts';
import { languages } from '../shared/language.ts';
import { isAtLeast } from '../shared/role.ts';
import { banner, box, button, type Card, card, heading, line, quiet } from './card.ts';
import type { Command } from './route.ts';
import type { Turn } from './turn.ts';

/** Teams' store guideline: at most six actions on a card. */
const mostButtons = 6;

/** What the bot does for this person, made from the very commands it answers. */
export function helpCard({ actor, translator }: Turn, commands: readonly Command[]): Card {
  const { t, language } = translator;
  const shown = commands.filter((command) => isAtLeast(actor.role, command.shownTo));
  return card(
    language,
    t('help.title'),
    [
      banner([heading(t('help.title')), line(t(`help.purpose.${actor.role}`), { spacing: 'Small' })]),
      ...shown.map((command) =>
        box(
          [
            line(t(`commands.${command.name}.title`), { weight: 'Bolder' }),
            quiet(
              t('help.command', {
                purpose: t(`commands.${command.name}.purpose`),
                words: command.words[language][0],
              }),
            ),
          ],
          { spacing: 'Small' },
        ),
      ),
    ],
    [
      ...commandButtons(
        shown.filter((command) => command.name !== 'help' && !command.changes).slice(0, mostButtons - 1),
        translator,
      ),
      ...languages
        .filter((other) => other !== language)
        .map((other) =>
          button(translatorOf(other).t('help.speakThis'), 'language.save', { language: other }),
        ),
    ],
  );
}

/** The commands that what was typed may mean. */
export function notUnderstoodCard(
  { translator }: Pick<Turn, 'translator'>,
  closest: readonly Command[],
): Card {
  const text = translator.t('errors.notUnderstood');
  return card(translator.language, text, [line(text)], commandButtons(closest, translator));
}

/** One button a command: pressing it is typing it. */
const commandButtons = (commands: readonly Command[], { t }: Turn['translator']) =>
  commands.map((command) =>
    button(t(`commands.${command.name}.title`), 'command.open', { command: command.name }),
  );
