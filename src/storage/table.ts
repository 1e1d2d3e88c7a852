import {
  odata,
  RestError,
  type TableClient,
  type TableEntity,
  type TransactionAction,
} from '@azure/data-tables';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { checkKey, checkRow, checkTransaction, type Row } from './limits.ts';

/** A row as it was read; `etag` is what it must still be when it is written back. */
export interface Stored<T> {
  readonly etag: string;
  readonly row: T;
}

export type Write =
  | { readonly kind: 'insert'; readonly row: Row }
  | { readonly kind: 'replace'; readonly row: Row; readonly etag: string };

/** One table. Rows are parsed by `schema` when read: a row of an unknown version is an error, not a guess. */
export interface Table {
  find<T>(schema: z.ZodType<T>, partitionKey: string, rowKey: string): Promise<Stored<T> | undefined>;
  /** One kind of rows of a partition, in the order of their keys. */
  list<T>(schema: z.ZodType<T>, partitionKey: string, kind?: string): Promise<Stored<T>[]>;
  /** False when the key is taken. */
  insert(row: Row): Promise<boolean>;
  /** False when the row was changed or removed since it was read. */
  replace(row: Row, etag: string): Promise<boolean>;
  /** False when the row was changed since it was read; a row that is gone already is removed. */
  remove(partitionKey: string, rowKey: string, etag: string): Promise<boolean>;
  /** All or nothing, in one partition. False when one of them lost its race. */
  write(writes: readonly Write[]): Promise<boolean>;
}

/**
 * The SDK repeats a write whose answer got lost, and then sees its own row as somebody else's. So every write carries
 * an id of its own, `op`, and a lost race is believed only after reading that another one stands there.
 */
export function makeTable(client: TableClient): Table {
  const get = async (partitionKey: string, rowKey: string) => {
    try {
      return await client.getEntity(partitionKey, rowKey);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };
  const isOurs = async ({ partitionKey, rowKey }: Row, op: string) =>
    (await get(partitionKey, rowKey))?.op === op;

  const attempt = async (row: Row, write: (entity: TableEntity) => Promise<unknown>): Promise<boolean> => {
    checkRow(row);
    const op = ulid();
    try {
      await write({ ...row, op });
      return true;
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return isOurs(row, op);
    }
  };

  return {
    async find(schema, partitionKey, rowKey) {
      checkKey(partitionKey);
      checkKey(rowKey);
      const entity = await get(partitionKey, rowKey);
      return entity && read(schema, entity);
    },
    async list(schema, partitionKey, kind) {
      checkKey(partitionKey);
      const query = {
        // `~` is the last printable character, so that the range holds every key of the kind.
        filter:
          kind === undefined
            ? odata`PartitionKey eq ${partitionKey}`
            : odata`PartitionKey eq ${partitionKey} and RowKey ge ${`${kind}~`} and RowKey lt ${`${kind}~~`}`,
      };
      const rows = [];
      for await (const entity of client.listEntities({ queryOptions: query }))
        rows.push(read(schema, entity));
      return rows;
    },
    insert: (row) => attempt(row, (entity) => client.createEntity(entity)),
    replace: (row, etag) => attempt(row, (entity) => client.updateEntity(entity, 'Replace', { etag })),
    async remove(partitionKey, rowKey, etag) {
      try {
        await client.deleteEntity(partitionKey, rowKey, { etag });
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return true;
        if (statusOf(error) === 412) return false;
        throw error;
      }
    },
    async write(writes) {
      const first = writes[0];
      if (!first) return true;
      checkTransaction(writes.map(({ row }) => row));
      const op = ulid();
      const actions = writes.map((write): TransactionAction => {
        const entity = { ...write.row, op };
        return write.kind === 'insert'
          ? ['create', entity]
          : ['update', entity, 'Replace', { etag: write.etag }];
      });
      try {
        await client.submitTransaction(actions);
        return true;
      } catch (error) {
        if (!isLostRace(error)) throw error;
        return isOurs(first.row, op);
      }
    },
  };
}

/**
 * Reads, changes and writes back one row until nobody came between: `change` gets the fresh row (undefined when there
 * is none) and gives the one to store, or undefined to leave it as it is.
 */
export async function changeRow<T>(
  table: Table,
  schema: z.ZodType<T>,
  key: { readonly partitionKey: string; readonly rowKey: string },
  change: (row: T | undefined) => Row | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < mostRaces; attempt += 1) {
    const stored = await table.find(schema, key.partitionKey, key.rowKey);
    const row = change(stored?.row);
    if (!row) return;
    if (await (stored ? table.replace(row, stored.etag) : table.insert(row))) return;
  }
  throw new Error(`the row ${key.rowKey} was changed by others ${mostRaces} times in a row`);
}

/** A race is lost only when somebody else wins it: this many in a row means something is wrong. */
export const mostRaces = 20;

function read<T>(schema: z.ZodType<T>, entity: Record<string, unknown>): Stored<T> {
  const parsed = schema.safeParse(entity);
  if (parsed.success) return { etag: String(entity.etag), row: parsed.data };
  const where = `${entity.partitionKey} / ${entity.rowKey}`;
  // Paths and codes only: the values may be somebody's words.
  const why = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
  throw new Error(`the stored row ${where} cannot be read (v ${entity.v}): ${why}`);
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof RestError ? error.statusCode : undefined;

/** 409: the key is taken; 412: changed since it was read; 404: removed since it was read. */
const isLostRace = (error: unknown): boolean => [404, 409, 412].includes(statusOf(error) ?? 0);
