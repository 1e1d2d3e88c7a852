import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { About, Delivery, OutboxEntry, OutboxStore } from '../outbox/outbox.ts';
import type { Week } from '../shared/calendar.ts';
import { addressJson } from './address-json.ts';
import { jsonOf } from './json.ts';
import { encodeKey, type Row } from './limits.ts';
import type { Table } from './table.ts';

const delivery: z.ZodType<Delivery> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending'), since: z.string() }),
  z.object({ state: z.literal('sending'), since: z.string(), leaseUntil: z.string() }),
  z.object({ state: z.literal('sent'), since: z.string(), messageId: z.string() }),
  z.object({ state: z.literal('failed'), since: z.string(), reason: z.string() }),
]);

const about: z.ZodType<About> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('digest'),
    conversationId: z.string(),
    week: z.string().transform((text) => text as Week),
  }),
  z.object({ kind: z.literal('notice'), personId: z.string() }),
]);

const outboxRow = z
  .object({
    v: z.literal(1),
    id: z.string(),
    partitionKey: z.string(),
    about: jsonOf(about),
    address: addressJson,
    card: jsonOf(
      z.custom<Card>((value) => z.object({ type: z.literal('AdaptiveCard') }).safeParse(value).success),
    ),
    ifUnknown: z.enum(['repeat', 'drop']),
    repeatNote: z.string(),
    delivery: jsonOf(delivery),
  })
  .transform(
    ({ v: _, delivery: how, partitionKey: day, ...message }): OutboxEntry => ({
      message: { ...message, day },
      delivery: how,
    }),
  );

/** Partition: the due day; row: the message's id. */
export function outboxTable(table: Table): OutboxStore {
  const find = (day: string, id: string) => table.find(outboxRow, day, encodeKey(id));
  return {
    add: (entry) => table.insert(rowOf(entry)),
    find: async ({ day, id }) => (await find(day, id))?.row,
    async move(entry, to) {
      const { day, id } = entry.message;
      const stored = await find(day, id);
      const isAsRead = stored && JSON.stringify(stored.row.delivery) === JSON.stringify(entry.delivery);
      return isAsRead ? table.replace(rowOf({ message: entry.message, delivery: to }), stored.etag) : false;
    },
    listUnsettled: async (day) =>
      (await table.list(outboxRow, day))
        .map(({ row }) => row)
        .filter((entry) => entry.delivery.state === 'pending' || entry.delivery.state === 'sending'),
  };
}

const rowOf = ({ message: { day, ...message }, delivery: how }: OutboxEntry): Row => ({
  partitionKey: day,
  rowKey: encodeKey(message.id),
  v: 1,
  ...message,
  about: JSON.stringify(message.about),
  address: JSON.stringify(message.address),
  card: JSON.stringify(message.card),
  delivery: JSON.stringify(how),
  state: how.state,
});
