import { privately, type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import type { readSettings, saveSettings } from './save-settings.ts';
import { readSettingsFields } from './settings.ts';
import { savedCard, settingsCard } from './settings-card.ts';

export interface SettingsRoutesPorts {
  readonly read: ReturnType<typeof readSettings>;
  readonly save: ReturnType<typeof saveSettings>;
}

export function settingsRoutes({ read, save }: SettingsRoutesPorts): Routes {
  const open = async ({ actor, translator }: Turn): Promise<Reply> => {
    const { t } = translator;
    const fields = await read(actor);
    if (!fields.ok) return sentence(t('settings.refused'));
    const card = settingsCard(translator, fields.value);
    return privately(translator, card);
  };
  return {
    commands: [
      {
        name: 'settings',
        words: { fr: ['réglages'], en: ['settings'] },
        takesText: false,
        shownTo: 'lead',
        run: open,
      },
    ],
    actions: [
      { verb: 'settings.open', run: open },
      {
        verb: 'settings.save',
        run: async ({ actor, translator }, data) => {
          const saved = await save(actor, data);
          if (saved.ok) return { kind: 'replace', card: savedCard(translator, saved.value) };
          if (saved.error.kind === 'not-allowed') return sentence(translator.t('settings.refused'));
          const card = settingsCard(translator, readSettingsFields(data), saved.error.problems);
          return { kind: 'again', card };
        },
      },
    ],
  };
}
