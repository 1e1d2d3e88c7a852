import { z } from 'zod';
import type { Address } from '../chat/address.ts';
import { jsonOf } from './json.ts';

/** An address as one string property. */
export const addressJson = jsonOf<Address>(
  z.object({
    kind: z.enum(['personal', 'groupChat', 'channel']),
    tenantId: z.string(),
    serviceUrl: z.string(),
    conversationId: z.string(),
    botId: z.string(),
    teamId: z.string().optional(),
    threadId: z.string().optional(),
  }),
);
