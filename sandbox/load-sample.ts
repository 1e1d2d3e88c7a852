import { makeCalendar } from '../src/shared/calendar.ts';
import { newUlid } from '../src/shared/ids.ts';
import { openStorage } from '../src/storage/storage.ts';
import { BOT, LEAD, PEOPLE, TEAM, TENANT_ID } from './playground-config.ts';
import { sampleWeeks } from './sample-data.ts';

/**
 * Puts people, projects, weeks and the mission channel into the sandbox's storage: the first time only, and what a
 * start that was interrupted left out. Later starts touch nothing but where the Playground listens.
 */
export async function loadSample(connectionString: string, playgroundPort: number): Promise<void> {
  const storage = openStorage({
    kind: 'connectionString',
    connectionString,
    prefix: process.env.STORAGE_PREFIX || 'transfo',
  });
  await storage.prepare();
  const now = new Date().toISOString();
  const channel = {
    address: {
      kind: 'channel' as const,
      tenantId: TENANT_ID,
      serviceUrl: `http://localhost:${playgroundPort}/_connector`,
      conversationId: TEAM.id,
      teamId: TEAM.id,
      botId: BOT.id,
    },
    boundAt: now,
    boundById: LEAD.id,
  };
  // Bound last: it stands for a first start that was finished.
  if (await storage.channels.findBound()) return moveChannel();

  for (const { id, name, role } of PEOPLE) {
    await storage.people.change(id, (known) => known ?? { id, name, role, language: 'fr', firstSeenAt: now });
  }
  const { projects, updates } = sampleWeeks(now, makeCalendar({ timeZone: 'Pacific/Noumea' }));
  for (const project of projects) await storage.projects.add(project);
  for (const update of updates) {
    if (await storage.updates.find(update.week, update.projectKey)) continue;
    const { week, version, health, progress } = await storage.updates.save(update, newUlid());
    await storage.projects.noteLatest(update.projectKey, { week, version, health, progress });
  }
  if ((await storage.projects.list()).length === projects.length) await storage.channels.bind(channel);

  /** What the person bound or unbound themselves stays as it is. */
  async function moveChannel(): Promise<void> {
    const bound = await storage.channels.findBound();
    if (bound?.address.conversationId === TEAM.id) {
      await storage.channels.bind({ ...bound, address: channel.address });
    }
  }
}
