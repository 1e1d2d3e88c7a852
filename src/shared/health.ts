/** What a référent says of a project, from best to worst. Silence is not one of them: it is computed. */
export const healths = ['onTrack', 'atRisk', 'offTrack'] as const;
export type Health = (typeof healths)[number];

/** `silent`: no update this week. It is never shown as the last known health. */
export type WeekHealth = Health | 'silent';

/** Never alone on a card: the word stands beside it, for those who do not see the colour. */
export const healthSign: Record<WeekHealth, string> = {
  onTrack: '🟢',
  atRisk: '🟠',
  offTrack: '🔴',
  silent: '⚪',
};
