import type { QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import type { OutboxQueue, OutboxRef, TakenRef } from '../outbox/outbox.ts';

const reference = z.object({ day: z.string(), id: z.string() });
const receiptShape = z.object({ messageId: z.string(), popReceipt: z.string() });

/** Azure's visibility time-out is the lease, its dequeue count the attempts. */
export function outboxQueue(client: QueueClient): OutboxQueue {
  return {
    async push(ref) {
      // Never expires: what is in the ledger waits as long as it must.
      await client.sendMessage(JSON.stringify(ref), { messageTimeToLive: -1 });
    },
    async take(leaseSeconds): Promise<TakenRef | undefined> {
      const { receivedMessageItems } = await client.receiveMessages({
        numberOfMessages: 1,
        visibilityTimeout: leaseSeconds,
      });
      const [message] = receivedMessageItems;
      if (!message) return undefined;
      const { messageId, popReceipt } = message;
      return {
        ref: parseRef(message.messageText),
        attempts: message.dequeueCount,
        receipt: { messageId, popReceipt },
      };
    },
    async postpone(taken, seconds) {
      const { messageId, popReceipt } = receiptShape.parse(taken.receipt);
      await client.updateMessage(messageId, popReceipt, undefined, seconds);
    },
    async remove(taken) {
      const { messageId, popReceipt } = receiptShape.parse(taken.receipt);
      await client.deleteMessage(messageId, popReceipt);
    },
  };
}

function parseRef(text: string): OutboxRef | undefined {
  try {
    return reference.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
