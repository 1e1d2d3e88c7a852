import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Instant } from '../../src/shared/clock.ts';
import type { Role } from '../../src/shared/role.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { openLog } from '../../src/telemetry/log.ts';
import { type FakeConnector, openFakeConnector } from './fake-connector.ts';
import { azurite, uniquePrefix } from './hooks.ts';
import { channel } from './places.ts';
import { homeTenantId, type TeamsUser, type TeamsUserOptions, teamsUser } from './teams-user.ts';

const leadId = '00000000-0000-4000-8000-00000000000a';

/** The mission's team: its General channel has the team's id. */
export const general = channel({ teamId: '19:general@thread.tacv2', channelId: '19:general@thread.tacv2' });

export type House = Awaited<ReturnType<typeof openHouse>>;

/**
 * The whole bot as it is deployed, in this process: real HTTP in, Azurite beneath, the fake connector outside. `clock`
 * holds its present; `restart` gives the same storage to a new bot.
 */
export async function openHouse(given: { environment?: Record<string, string>; at?: Instant } = {}) {
  const { connectionString } = await azurite();
  const connector = await openFakeConnector();
  const clock = { at: given.at };
  const environment = {
    BOT_APP_TYPE: 'none',
    BOT_TENANT_ID: homeTenantId,
    PORT: '0',
    LEAD_IDS: leadId,
    STORAGE_CONNECTION_STRING: connectionString,
    STORAGE_PREFIX: uniquePrefix(),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...given.environment,
  };

  const open = async () => {
    const config = parseConfig(environment);
    if (!config.ok) throw new Error(config.error.join('\n'));
    const storage = openStorage(config.value.storage);
    const now = () => clock.at ?? new Date().toISOString();
    const app = createApp(config.value, { storage, now, log: openLog(config.value.logLevel) });
    const { port } = await app.listen();
    return { storage, app, origin: `http://127.0.0.1:${port}` };
  };
  let house = await open();

  const user = (name: string, options: Partial<TeamsUserOptions> = {}): TeamsUser =>
    teamsUser({ botUrl: `${house.origin}/api/messages`, connector, name, ...options });

  /** Somebody the bot has met, with that role. */
  async function member(
    name: string,
    role: Role,
    options: Partial<TeamsUserOptions> = {},
  ): Promise<TeamsUser> {
    const met = user(name, options);
    await met.says('bonjour');
    await house.storage.people.change(met.aadObjectId, (person) => {
      if (!person) throw new Error(`the bot did not meet ${name}`);
      return { ...person, role };
    });
    return met;
  }

  return {
    connector: connector as FakeConnector,
    clock,
    get storage() {
      return house.storage;
    },
    get app() {
      return house.app;
    },
    get origin() {
      return house.origin;
    },
    user,
    member,
    lead: () => user('Léa Responsable', { aadObjectId: leadId }),
    async restart() {
      await house.app.close();
      house = await open();
    },
    async close() {
      await house.app.close();
      await connector.close();
    },
  };
}
