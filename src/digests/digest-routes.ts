import type { ActionData } from '../chat/card.ts';
import { privately, type Reply, sentence } from '../chat/reply.ts';
import type { Routes } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import { addWeeks, type Calendar, parseWeek, type Week, weekNumber } from '../shared/calendar.ts';
import type { Clock } from '../shared/clock.ts';
import { isAtLeast } from '../shared/role.ts';
import { previewCard } from './digest-card.ts';
import type { previewDigest, publishDigestFor } from './publish-digest.ts';

export interface DigestRoutesPorts {
  readonly preview: ReturnType<typeof previewDigest>;
  readonly publish: ReturnType<typeof publishDigestFor>;
  readonly calendar: Calendar;
  readonly now: Clock;
}

export function digestRoutes({ preview, publish, calendar, now }: DigestRoutesPorts): Routes {
  const thisWeek = () => calendar.weekOf(now());

  const show = async ({ actor, translator }: Turn): Promise<Reply> => {
    const { t } = translator;
    const digest = await preview(actor, thisWeek());
    if (!digest.ok) return sentence(t('digest.refused.preview'));
    const card = previewCard(translator, digest.value, isAtLeast(actor.role, 'lead'));
    return privately(translator, card);
  };

  const publishWeek = async ({ actor, translator: { t } }: Turn, week: Week): Promise<Reply> => {
    const result = await publish(actor, week);
    if (!result.ok)
      return sentence(t(result.error.kind === 'no-channel' ? 'digest.noChannel' : 'digest.refused.publish'));
    const number = { week: weekNumber(week) };
    if (result.value.kind === 'accepted') return sentence(t('digest.accepted', number));
    switch (result.value.published.state) {
      case 'publishing':
        return sentence(t('digest.publishing', number));
      case 'published':
        return sentence(t('digest.already', number));
      case 'failed':
        return sentence(t('digest.failed', number));
    }
  };

  /** The button of a preview says its week; only this week and the one before can still be published. */
  const publishChosen = async (turn: Turn, data: ActionData): Promise<Reply> => {
    const week = parseWeek(data.week);
    const isRecent = week === thisWeek() || week === addWeeks(thisWeek(), -1);
    return week && isRecent ? publishWeek(turn, week) : sentence(turn.translator.t('digest.weekOver'));
  };

  return {
    commands: [
      {
        name: 'digest',
        words: { fr: ['point'], en: ['digest'] },
        takesText: false,
        shownTo: 'staff',
        run: show,
      },
      {
        name: 'digestPublish',
        words: { fr: ['point publier'], en: ['digest publish'] },
        takesText: false,
        shownTo: 'lead',
        changes: true,
        run: (turn) => publishWeek(turn, thisWeek()),
      },
    ],
    actions: [{ verb: 'digest.publish', run: publishChosen }],
  };
}
