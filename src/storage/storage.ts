import { TableClient, TableServiceClient } from '@azure/data-tables';
import { DefaultAzureCredential } from '@azure/identity';
import { QueueServiceClient } from '@azure/storage-queue';
import { auditTable } from './audit-table.ts';
import { channelTable } from './channel-table.ts';
import { decisionTable } from './decision-table.ts';
import { digestTable } from './digest-table.ts';
import { outboxTable } from './outbox-table.ts';
import { personTable } from './person-table.ts';
import { projectTable } from './project-table.ts';
import { outboxQueue } from './queue.ts';
import { settingsTable } from './settings-table.ts';
import { makeTable } from './table.ts';
import { updateTable } from './update-table.ts';

export type StorageOptions = {
  /** Prefix of table and queue names: letters and digits, starting with a letter. */
  readonly prefix: string;
} & (
  | { readonly kind: 'connectionString'; readonly connectionString: string }
  /** An account name, reached with the managed identity `clientId`, or the machine's default one. */
  | { readonly kind: 'account'; readonly account: string; readonly clientId?: string | undefined }
);

export type Storage = ReturnType<typeof openStorage>;

const tableNames = [
  'updates',
  'projects',
  'decisions',
  'people',
  'channels',
  'digests',
  'outbox',
  'settings',
  'audit',
] as const;

/** Every store of the deployment. Nothing is asked of the network before `prepare`. */
export function openStorage(options: StorageOptions) {
  const { prefix } = options;
  const { tables, queues, clientOf } = connect(options);
  const table = (name: (typeof tableNames)[number]) => makeTable(clientOf(prefix + name));
  const queue = queues.getQueueClient(`${prefix.toLowerCase()}-outbox`);
  return {
    updates: updateTable(table('updates')),
    projects: projectTable(table('projects')),
    decisions: decisionTable(table('decisions')),
    people: personTable(table('people')),
    channels: channelTable(table('channels')),
    digests: digestTable(table('digests')),
    outbox: outboxTable(table('outbox')),
    settings: settingsTable(table('settings')),
    audit: auditTable(table('audit')),
    queue: outboxQueue(queue),

    /** Makes the tables and the queue that are missing; throws when the storage cannot be reached. */
    async prepare(): Promise<void> {
      await Promise.all([
        ...tableNames.map((name) => tables.createTable(prefix + name)),
        queue.createIfNotExists(),
      ]);
    },
    /** Whether a table and the queue answer now. */
    async isReachable(): Promise<boolean> {
      try {
        await Promise.all([
          clientOf(`${prefix}settings`).listEntities().byPage({ maxPageSize: 1 }).next(),
          queue.getProperties(),
        ]);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Short: a person waits for the answer, and what was accepted is in the ledger. */
const retryOptions = { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 1_000 };

function connect(options: StorageOptions) {
  if (options.kind === 'connectionString') {
    const allowInsecureConnection = /^(UseDevelopmentStorage=|.*=http:)/i.test(options.connectionString);
    const tableOptions = { allowInsecureConnection, retryOptions };
    return {
      tables: TableServiceClient.fromConnectionString(options.connectionString, tableOptions),
      queues: QueueServiceClient.fromConnectionString(options.connectionString),
      clientOf: (name: string) =>
        TableClient.fromConnectionString(options.connectionString, name, tableOptions),
    };
  }
  const credential = new DefaultAzureCredential(
    options.clientId ? { managedIdentityClientId: options.clientId } : {},
  );
  const endpoint = (service: string) => `https://${options.account}.${service}.core.windows.net`;
  return {
    tables: new TableServiceClient(endpoint('table'), credential, { retryOptions }),
    queues: new QueueServiceClient(endpoint('queue'), credential),
    clientOf: (name: string) => new TableClient(endpoint('table'), name, credential, { retryOptions }),
  };
}
