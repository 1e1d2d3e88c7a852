import { distance } from 'fastest-levenshtein';
import { fold } from '../shared/text.ts';
import type { Command } from './route.ts';

/**
 * The command a message is, and the text after it as it was typed. Case, accents and trailing punctuation do not
 * matter; only whole words count, and the longest command wins (`point publier` before `point`).
 */
export function matchCommand(
  message: string,
  commands: readonly Command[],
): { command: Command; text: string } | undefined {
  const tokens = message.trim().split(/\s+/);
  const folded = tokens.map((token) => withoutEndMarks(fold(token)));
  const meant = folded.filter((token) => token !== '');
  const candidates = commands
    .flatMap((command) => allWords(command).map((words) => ({ command, words: fold(words).split(' ') })))
    .sort((a, b) => b.words.length - a.words.length);

  for (const { command, words } of candidates) {
    if (command.takesText) {
      if (words.every((word, index) => folded[index] === word)) {
        return { command, text: withoutColon(tokens.slice(words.length).join(' ')) };
      }
    } else if (meant.join(' ') === words.join(' ')) {
      return { command, text: '' };
    }
  }
  return undefined;
}

/** The commands whose words look most like the message, best first. */
export function closestCommands(message: string, commands: readonly Command[], count: number): Command[] {
  const start = withoutEndMarks(fold(message)).slice(0, 40);
  return commands
    .map((command) => ({
      command,
      far: Math.min(...allWords(command).map((words) => farness(start, fold(words)))),
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ command }) => command);
}

const allWords = ({ words }: Command): readonly string[] => [...words.fr, ...words.en];
const withoutEndMarks = (text: string): string => text.replace(/^[\s/]+|[\s.,:;!?…]+$/gu, '');
const withoutColon = (text: string): string => text.replace(/^[\s:,–-]+/u, '').trim();

/**
 * 0 for the same words, 1 for nothing in common. The message's first words are compared too, so that a long one can
 * match, a little behind what matches as a whole.
 */
function farness(message: string, words: string): number {
  const start = message.split(' ').slice(0, words.split(' ').length).join(' ');
  const far = (text: string) => distance(text, words) / Math.max(text.length, words.length, 1);
  return Math.min(far(message), far(start) + 0.15);
}
