import { registerDecisions } from '../src/decisions/register-decisions.ts';
import { addWeeks, makeCalendar } from '../src/shared/calendar.ts';
import type { Instant } from '../src/shared/clock.ts';
import { newUlid } from '../src/shared/ids.ts';
import type { Storage } from '../src/storage/storage.ts';
import { BOT, LEAD, PEOPLE, TEAM, TENANT_ID } from './playground-config.ts';
import { sampleWeeks } from './sample-data.ts';

/**
 * Puts people, projects and weeks into a storage. What is there already stays as it is, so that an interrupted start
 * is finished by the next. People are given French: the Playground says `en-US` of everybody.
 */
export async function loadSample(storage: Storage, now: Instant): Promise<void> {
  for (const { id, name, role } of PEOPLE) {
    await storage.people.change(id, (known) => known ?? { id, name, role, language: 'fr', firstSeenAt: now });
  }
  const calendar = makeCalendar({ timeZone: 'Pacific/Noumea' });
  const { projects, updates } = sampleWeeks(now, calendar);
  for (const project of projects) await storage.projects.add(project);
  const register = registerDecisions({ ...storage, tell: async () => {}, now: () => now });
  const openSince = addWeeks(calendar.weekOf(now), -3);
  for (const update of updates) {
    if (await storage.updates.find(update.week, update.projectKey)) continue;
    const saved = await storage.updates.save(update, newUlid());
    await storage.projects.noteLatest(update.projectKey, saved);
    // What was asked longer ago counts as answered, or the register would hold everything ever asked.
    if (update.week >= openSince) await register(saved);
  }
}

/** Makes the Playground's General channel the mission channel. */
export async function bindGeneral(storage: Storage, now: Instant, playgroundPort: number): Promise<void> {
  await storage.channels.bind({
    address: {
      kind: 'channel',
      tenantId: TENANT_ID,
      serviceUrl: `http://localhost:${playgroundPort}/_connector`,
      conversationId: TEAM.id,
      teamId: TEAM.id,
      botId: BOT.id,
    },
    boundAt: now,
    boundById: LEAD.id,
  });
}
