import type { Health } from '../../src/shared/health.ts';
import { fold } from '../../src/shared/text.ts';
import { type Reading, readMessage } from '../../src/updates/read-message.ts';

/** A line of projects.jsonl, as far as it is read. */
export interface MessageProject {
  readonly key: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly organisation?: string;
}

/** A line of chat-updates.jsonl: a message and what a person reads in it. */
export interface GoldMessage {
  readonly text: string;
  readonly isUpdate: boolean;
  readonly project: string | null;
  readonly health: Health | null;
  readonly progress: number | null;
  readonly next: readonly string[];
  readonly risks: readonly string[];
  readonly decisions: readonly string[];
}

/**
 * Shares from 0 to 1. `project`, `health` and `progress` are exact matches over the messages whose gold `isUpdate` is
 * true, null included; an update that was not recognised is wrong in every field, and several possible projects count
 * as none. `lists` holds, over the same messages, the share of lists that are right by meaning: both empty, or at
 * least half of the gold items found again (an item is found when half of its longer words are in one item read).
 */
export interface MessageFigures {
  readonly isUpdate: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly project: number;
  readonly health: number;
  readonly progress: number;
  readonly lists: { readonly next: number; readonly risks: number; readonly decisions: number };
}

/** Reads each message as from somebody with no project of their own and compares with the gold reading. */
export function measureMessages(
  messages: readonly GoldMessage[],
  projects: readonly MessageProject[],
): MessageFigures {
  const read = messages.map((gold) => ({ gold, reading: readMessage(gold.text, { projects }) }));
  const updates = read.filter(({ gold }) => gold.isUpdate);
  const proposed = read.filter(({ reading }) => reading.kind === 'update');
  const right = updates.filter(({ reading }) => reading.kind === 'update').length;
  const precision = share(right, proposed.length);
  const recall = share(right, updates.length);
  const accuracy = (isRight: (gold: GoldMessage, reading: Update) => boolean) =>
    share(
      updates.filter(({ gold, reading }) => reading.kind === 'update' && isRight(gold, reading)).length,
      updates.length,
    );
  return {
    isUpdate: {
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    },
    project: accuracy(
      (gold, { project }) => (project.kind === 'found' ? project.key : null) === gold.project,
    ),
    health: accuracy((gold, { health }) => (health ?? null) === gold.health),
    progress: accuracy((gold, { progress }) => (progress ?? null) === gold.progress),
    lists: {
      next: accuracy((gold, reading) => sameMeaning(gold.next, reading.next)),
      risks: accuracy((gold, reading) => sameMeaning(gold.risks, reading.risks)),
      decisions: accuracy((gold, reading) => sameMeaning(gold.decisions, reading.decisions)),
    },
  };
}

type Update = Extract<Reading, { kind: 'update' }>;

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sameMeaning(gold: readonly string[], read: readonly string[]): boolean {
  if (gold.length === 0 || read.length === 0) return gold.length === read.length;
  const found = gold.filter((wanted) => read.some((item) => overlap(wanted, item) >= 0.5)).length;
  return found * 2 >= gold.length;
}

function overlap(wanted: string, item: string): number {
  const roots = rootsOf(wanted);
  const others = new Set(rootsOf(item));
  return roots.length === 0 ? 0 : roots.filter((root) => others.has(root)).length / roots.length;
}

function rootsOf(text: string): string[] {
  return (fold(text).match(/[a-z0-9]{4,}/g) ?? []).map((word) => word.slice(0, 5));
}
