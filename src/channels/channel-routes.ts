import { type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { bindChannel, unbindChannel } from './bind-channel.ts';

export interface ChannelRoutesPorts {
  readonly bind: ReturnType<typeof bindChannel>;
  readonly unbind: ReturnType<typeof unbindChannel>;
}

export function channelRoutes({ bind, unbind }: ChannelRoutesPorts): Routes {
  const here = async ({ actor, address, translator: { t } }: Turn): Promise<Reply> => {
    const result = await bind(actor, address);
    if (result.ok) return sentence(t(result.value.moved ? 'channel.moved' : 'channel.bound'));
    return sentence(t(result.error.kind === 'not-allowed' ? 'channel.refused' : 'channel.notAChannel'));
  };
  const stop = async ({ actor, translator: { t } }: Turn): Promise<Reply> => {
    const result = await unbind(actor);
    if (!result.ok) return sentence(t('channel.refused'));
    return sentence(t(result.value.wasBound ? 'channel.unbound' : 'channel.notBound'));
  };
  return {
    commands: [
      {
        name: 'digestHere',
        words: { fr: ['point ici'], en: ['digest here'] },
        takesText: false,
        shownTo: 'lead',
        changes: true,
        run: here,
      },
      {
        name: 'digestStop',
        words: { fr: ['point arrêter'], en: ['digest stop'] },
        takesText: false,
        shownTo: 'lead',
        changes: true,
        run: stop,
      },
    ],
    actions: [
      { verb: 'channel.bind', run: here },
      { verb: 'channel.unbind', run: stop },
    ],
  };
}
