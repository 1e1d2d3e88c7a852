import { z } from 'zod';
import type { Digest, DigestStore, PublishedDigest } from '../digests/digest.ts';
import type { Week } from '../shared/calendar.ts';
import { healths } from '../shared/health.ts';
import { pack, unpack } from './json.ts';
import { encodeKey, type Row } from './limits.ts';
import { changeRow, type Table } from './table.ts';

const week = z.string().transform((text) => text as Week);
const count = z.number().int().nonnegative();

const decision = z.object({
  id: z.string(),
  question: z.string(),
  projectName: z.string(),
  askedWeek: week,
});

const digest: z.ZodType<Digest> = z.object({
  week,
  counts: z.object({ onTrack: count, atRisk: count, offTrack: count, silent: count }),
  projects: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      programme: z.string(),
      health: z.enum([...healths, 'silent']),
      progress: z.number().optional(),
      summary: z.string(),
      risks: z.array(z.string()),
      next: z.array(z.string()),
      lastHeard: z.object({ week, health: z.enum(healths) }).optional(),
    }),
  ),
  // Digests of before the register have none.
  decisions: z.array(decision).default([]),
});

const digestRow = z
  .looseObject({
    v: z.literal(1),
    conversationId: z.string(),
    week,
    claimedAt: z.string(),
    state: z.enum(['publishing', 'published', 'failed']),
    messageId: z.string().optional(),
    reason: z.string().optional(),
  })
  .transform((row): PublishedDigest => {
    const { conversationId, week, claimedAt, state, messageId, reason } = row;
    return {
      conversationId,
      week,
      claimedAt,
      state,
      messageId,
      reason,
      digest: digest.parse(unpack('digest', row)),
    };
  });

/** Partition: the channel; row: the week. Inserting it is the claim. */
export function digestTable(table: Table): DigestStore {
  return {
    find: async (conversationId, ofWeek) =>
      (await table.find(digestRow, encodeKey(conversationId), ofWeek))?.row,
    claim: (published) => table.insert(rowOf(published)),
    settle: (conversationId, ofWeek, end) =>
      changeRow(table, digestRow, { partitionKey: encodeKey(conversationId), rowKey: ofWeek }, (row) =>
        row && row.state !== end.state ? rowOf({ ...row, ...end }) : undefined,
      ),
  };
}

const rowOf = ({ digest: snapshot, ...published }: PublishedDigest): Row => ({
  partitionKey: encodeKey(published.conversationId),
  rowKey: published.week,
  v: 1,
  ...published,
  ...pack('digest', snapshot),
});
