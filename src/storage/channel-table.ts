import { z } from 'zod';
import type { Channel, ChannelStore } from '../channels/channel.ts';
import { addressJson } from './address-json.ts';
import { encodeKey, type Row } from './limits.ts';
import { changeRow, mostRaces, type Table, type Write } from './table.ts';

const partitionKey = 'channel';

const channelRow = z.object({
  v: z.literal(1),
  isBound: z.boolean(),
  address: addressJson,
  boundAt: z.string(),
  boundById: z.string(),
});
type ChannelRow = z.infer<typeof channelRow>;

export function channelTable(table: Table): ChannelStore {
  return {
    async findBound() {
      const bound = (await table.list(channelRow, partitionKey)).find(({ row }) => row.isBound)?.row;
      return bound && { address: bound.address, boundAt: bound.boundAt, boundById: bound.boundById };
    },
    async bind(channel) {
      for (let attempt = 0; attempt < mostRaces; attempt += 1) {
        const known = await table.list(channelRow, partitionKey);
        const isThis = (row: ChannelRow) => row.address.conversationId === channel.address.conversationId;
        const earlier = known.find(({ row }) => isThis(row));
        const writes: Write[] = [
          earlier
            ? { kind: 'replace', row: rowOf({ ...channel, isBound: true }), etag: earlier.etag }
            : { kind: 'insert', row: rowOf({ ...channel, isBound: true }) },
          ...known
            .filter(({ row }) => row.isBound && !isThis(row))
            .map(
              ({ row, etag }): Write => ({ kind: 'replace', row: rowOf({ ...row, isBound: false }), etag }),
            ),
        ];
        if (await table.write(writes)) return;
      }
      throw new Error(`binding the channel lost ${mostRaces} races in a row`);
    },
    unbind: (conversationId) =>
      changeRow(table, channelRow, { partitionKey, rowKey: encodeKey(conversationId) }, (row) =>
        row?.isBound ? rowOf({ ...row, isBound: false }) : undefined,
      ),
  };
}

const rowOf = ({ address, boundAt, boundById, isBound }: Channel & { isBound: boolean }): Row => ({
  partitionKey,
  rowKey: encodeKey(address.conversationId),
  v: 1,
  isBound,
  address: JSON.stringify(address),
  boundAt,
  boundById,
});
