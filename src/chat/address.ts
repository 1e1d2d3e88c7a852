/**
 * Where a message can be sent, flat and free of any SDK, so that a stored one outlives the SDK that made it.
 * In a channel `conversationId` is the channel itself; `threadId` is the post whose thread is meant.
 */
export interface Address {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly botId: string;
  readonly teamId?: string | undefined;
  readonly threadId?: string | undefined;
}
