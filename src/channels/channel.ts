import type { Address } from '../chat/address.ts';
import type { Instant } from '../shared/clock.ts';

/** The mission channel: where digests go. */
export interface Channel {
  readonly address: Address;
  readonly boundAt: Instant;
  readonly boundById: string;
}

export interface ChannelStore {
  /** The bound channel; a mission has one. */
  findBound(): Promise<Channel | undefined>;
  /** Binds this channel and unbinds any other, all or nothing. */
  bind(channel: Channel): Promise<void>;
  /** Unbinds; nothing happens when it was not bound. */
  unbind(conversationId: string): Promise<void>;
}
