import { z } from 'zod';
import { makeCalendar } from './shared/calendar.ts';
import { type Language, languages } from './shared/language.ts';
import { err, ok, type Result } from './shared/result.ts';

/** What the operator decides, by environment. */
export interface Config {
  readonly credentials: Credentials;
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
  readonly leadIds: readonly string[];
  readonly storage: StorageOptions;
  readonly timeZone: string;
  readonly holidays: string | undefined;
  readonly defaultLanguage: Language;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
}

type Credentials =
  /** No authentication at all: loopback only. */
  | { readonly type: 'none' }
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMsi'; readonly appId: string; readonly tenantId: string };

type StorageOptions =
  | { readonly kind: 'connectionString'; readonly prefix: string; readonly connectionString: string }
  | {
      readonly kind: 'account';
      readonly prefix: string;
      readonly account: string;
      readonly clientId: string | undefined;
    };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment as a Config, or every problem at once, each a sentence that names the variable and never its value:
 * it may be a secret.
 */
export function parseConfig(environment: Environment): Result<Config, string[]> {
  const problems: string[] = [];
  const report = (problem: string) => problems.push(problem);
  const read = (name: string) => environment[name]?.trim() || undefined;
  const readList = (name: string) => (read(name) ?? '').split(/[\s,;]+/).filter((part) => part !== '');
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = read(name) ?? fallback;
    const found = allowed.find((one) => one === value);
    if (!found) report(`${name} must be one of ${allowed.join(', ')}.`);
    return found ?? fallback;
  };

  const credentials = readCredentials(read, report);
  const isOpen = credentials.type === 'none';

  const host = read('HOST') ?? (isOpen ? '127.0.0.1' : '0.0.0.0');
  if (isOpen && !loopbackHosts.includes(host)) {
    report('HOST must be a loopback address (127.0.0.1) with BOT_APP_TYPE=none: nothing checks who calls.');
  }

  const tenantId = read('BOT_TENANT_ID');
  const listedTenants = readList('ALLOWED_TENANTS');
  const allowedTenants = listedTenants.length > 0 ? listedTenants : tenantId ? [tenantId] : [];

  const leadIds = readList('LEAD_IDS');
  if (leadIds.some((id) => id.includes('@'))) {
    report(
      'LEAD_IDS must hold Entra object ids, not e-mail addresses: see the person’s page in the Entra admin centre.',
    );
  }

  const listedHosts = readList('ALLOWED_SERVICE_HOSTS');
  const defaultHosts = isOpen ? loopbackHosts : teamsHosts;
  const badHost = listedHosts.find((name) => !/^[a-z0-9.[\]:-]+$/i.test(name));
  if (badHost !== undefined)
    report('ALLOWED_SERVICE_HOSTS must hold host names only, without https:// and path.');

  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .safeParse(read('PORT') ?? '3978');
  if (!port.success) report('PORT must be a number from 0 to 65535.');

  const timeZone = read('TIME_ZONE') ?? 'Pacific/Noumea';
  const holidays = read('HOLIDAYS') ?? 'NC';
  if (throws(() => makeCalendar({ timeZone })))
    report('TIME_ZONE must be an IANA time zone, such as Pacific/Noumea.');
  else if (holidays !== 'none' && throws(() => makeCalendar({ timeZone, holidays }))) {
    report('HOLIDAYS must be a country code with known public holidays, such as NC or FR, or none.');
  }

  const storage = readStorage(read, report, credentials);
  const defaultLanguage = oneOf('DEFAULT_LANGUAGE', languages, 'fr');
  const logLevel = oneOf('LOG_LEVEL', logLevels, 'info');
  if (problems.length > 0 || !storage || !port.success) return err(problems);

  return ok({
    credentials,
    allowedTenants,
    allowedServiceHosts: listedHosts.length > 0 ? listedHosts : defaultHosts,
    leadIds,
    storage,
    timeZone,
    holidays: holidays === 'none' ? undefined : holidays,
    defaultLanguage,
    host,
    port: port.data,
    logLevel,
  });
}

type Read = (name: string) => string | undefined;
type Report = (problem: string) => void;

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The hosts of the Teams connector, public and government clouds (learn.microsoft.com, send proactive messages). */
const teamsHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

function readCredentials(read: Read, report: Report): Credentials {
  const type = read('BOT_APP_TYPE');
  if (type === 'none') return { type };
  if (type !== 'SingleTenant' && type !== 'UserAssignedMsi') {
    report('BOT_APP_TYPE must be SingleTenant, UserAssignedMsi, or none (loopback only).');
    return { type: 'UserAssignedMsi', appId: '', tenantId: '' };
  }
  const guid = (name: string) => {
    const value = read(name);
    if (!value) report(`${name} is missing: BOT_APP_TYPE=${type} needs it.`);
    else if (!z.guid().safeParse(value).success)
      report(`${name} must be a GUID, as the Entra admin centre shows it.`);
    return value ?? '';
  };
  const appId = guid('BOT_APP_ID');
  const tenantId = guid('BOT_TENANT_ID');
  const password = read('BOT_APP_PASSWORD');
  if (type === 'UserAssignedMsi') {
    if (password)
      report('BOT_APP_PASSWORD must not be set with BOT_APP_TYPE=UserAssignedMsi: the identity has none.');
    return { type, appId, tenantId };
  }
  if (!password) report('BOT_APP_PASSWORD is missing: BOT_APP_TYPE=SingleTenant needs it.');
  return { type, appId, tenantId, password: password ?? '' };
}

function readStorage(read: Read, report: Report, credentials: Credentials): StorageOptions | undefined {
  const prefix = read('STORAGE_PREFIX') ?? 'transfo';
  if (!/^[A-Za-z][A-Za-z0-9]{2,39}$/.test(prefix)) {
    report('STORAGE_PREFIX must be 3 to 40 letters and digits, starting with a letter.');
  }
  const connectionString = read('STORAGE_CONNECTION_STRING');
  const account = read('STORAGE_ACCOUNT');
  if (connectionString && account) {
    report('STORAGE_CONNECTION_STRING and STORAGE_ACCOUNT exclude each other: keep one.');
  }
  if (connectionString) {
    if (!/^UseDevelopmentStorage=true|AccountName=|TableEndpoint=/i.test(connectionString)) {
      report('STORAGE_CONNECTION_STRING must be the connection string of a storage account, or of Azurite.');
    }
    return { kind: 'connectionString', prefix, connectionString };
  }
  if (account) {
    if (!/^[a-z0-9]{3,24}$/.test(account)) {
      report('STORAGE_ACCOUNT must be the name of a storage account: 3 to 24 lower-case letters and digits.');
    }
    const clientId = credentials.type === 'UserAssignedMsi' ? credentials.appId : undefined;
    return { kind: 'account', prefix, account, clientId };
  }
  report('STORAGE_CONNECTION_STRING or STORAGE_ACCOUNT is missing: the bot keeps its data there.');
  return undefined;
}

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
