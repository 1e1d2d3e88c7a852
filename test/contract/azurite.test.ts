import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { openAzurite } from '../support/azurite.ts';
import { azurite, uniquePrefix } from '../support/hooks.ts';

describe('The storage emulator', () => {
  it('keeps rows and queue messages, apart for each prefix', async () => {
    const { connectionString } = await azurite();
    const [mine, other] = [uniquePrefix(), uniquePrefix()];
    const [myRows, otherRows] = [tableOf(connectionString, mine), tableOf(connectionString, other)];
    const [myQueue, otherQueue] = [queueOf(connectionString, mine), queueOf(connectionString, other)];
    await Promise.all([myRows.createTable(), otherRows.createTable(), myQueue.create(), otherQueue.create()]);

    await myRows.createEntity({ partitionKey: 'project', rowKey: 'NCCONNECT', name: 'NC Connect' });
    await myQueue.sendMessage('digest~2026-W47');

    const row = await myRows.getEntity<{ name: string }>('project', 'NCCONNECT');
    const { receivedMessageItems } = await myQueue.receiveMessages();
    assert.equal(row.name, 'NC Connect');
    assert.deepEqual(
      receivedMessageItems.map(({ messageText }) => messageText),
      ['digest~2026-W47'],
    );
    await assert.rejects(otherRows.getEntity('project', 'NCCONNECT'), { statusCode: 404 });
    assert.deepEqual((await otherQueue.receiveMessages()).receivedMessageItems, []);
  });

  it('can be taken away and come back empty at the same address', async () => {
    const own = await openAzurite();
    try {
      const table = tableOf(own.connectionString, uniquePrefix());
      await table.createTable();
      await table.createEntity({ partitionKey: 'project', rowKey: 'NCCONNECT' });

      await own.stop();
      await assert.rejects(fetch(table.url));
      await own.start();

      await table.createTable();
      await assert.rejects(table.getEntity('project', 'NCCONNECT'), { statusCode: 404 });
    } finally {
      await own.close();
    }
  });
});

function tableOf(connectionString: string, prefix: string) {
  return TableClient.fromConnectionString(connectionString, `${prefix}rows`, {
    allowInsecureConnection: true,
  });
}

function queueOf(connectionString: string, prefix: string) {
  return new QueueClient(connectionString, `${prefix}queue`);
}
