import type { Address } from '../chat/address.ts';
import type { Actor } from '../shared/actor.ts';
import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isAtLeast } from '../shared/role.ts';
import type { ChannelStore } from './channel.ts';

export interface BindChannelPorts {
  readonly channels: ChannelStore;
  readonly now: Clock;
}

export type BindChannelError = { readonly kind: 'not-allowed' } | { readonly kind: 'not-a-channel' };

/** Makes a channel the mission channel; `moved` says that another one was before. */
export function bindChannel({ channels, now }: BindChannelPorts) {
  return async (actor: Actor, address: Address): Promise<Result<{ moved: boolean }, BindChannelError>> => {
    if (!isAtLeast(actor.role, 'lead')) return err({ kind: 'not-allowed' });
    if (address.kind !== 'channel') return err({ kind: 'not-a-channel' });
    const before = await channels.findBound();
    const isSame = before?.address.conversationId === address.conversationId;
    await channels.bind({
      address: { ...address, threadId: undefined },
      boundAt: before && isSame ? before.boundAt : now(),
      boundById: actor.id,
    });
    return ok({ moved: before !== undefined && !isSame });
  };
}

/** Leaves the mission without a channel: no digest is published until one is bound again. False when there was none. */
export function unbindChannel({ channels }: Pick<BindChannelPorts, 'channels'>) {
  return async (actor: Actor): Promise<Result<{ wasBound: boolean }, { kind: 'not-allowed' }>> => {
    if (!isAtLeast(actor.role, 'lead')) return err({ kind: 'not-allowed' });
    const bound = await channels.findBound();
    if (bound) await channels.unbind(bound.address.conversationId);
    return ok({ wasBound: bound !== undefined });
  };
}

/** Whoever writes in the mission channel tells where Teams serves it now: its service URL may change over the years. */
export function followChannel({ channels }: Pick<BindChannelPorts, 'channels'>) {
  return async ({ kind, conversationId, serviceUrl }: Address): Promise<void> => {
    if (kind !== 'channel') return;
    const bound = await channels.findBound();
    if (bound?.address.conversationId !== conversationId || bound.address.serviceUrl === serviceUrl) return;
    await channels.bind({ ...bound, address: { ...bound.address, serviceUrl } });
  };
}
