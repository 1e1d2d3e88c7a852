import { deepEqual, equal, ok } from 'node:assert/strict';
import { parseConfig } from '../../src/config.ts';

const appId = '00000000-0000-4000-8000-000000000001';
const tenantId = '00000000-0000-4000-8000-000000000002';
const working = {
  BOT_APP_TYPE: 'UserAssignedMsi',
  BOT_APP_ID: appId,
  BOT_TENANT_ID: tenantId,
  STORAGE_ACCOUNT: 'transfo',
};

const problemsOf = (environment: Record<string, string>) => {
  const config = parseConfig(environment);
  return config.ok ? [] : config.error.map((problem) => problem.split(' ')[0]);
};

describe('The configuration', () => {
  it('of a managed identity needs four variables and is closed by default', () => {
    const config = parseConfig(working);
    ok(config.ok);
    deepEqual(config.value.credentials, { type: 'UserAssignedMsi', appId, tenantId });
    deepEqual(config.value.allowedTenants, [tenantId]);
    ok(config.value.allowedServiceHosts.includes('smba.trafficmanager.net'));
    ok(!config.value.allowedServiceHosts.includes('localhost'));
    equal(config.value.host, '0.0.0.0');
    equal(config.value.timeZone, 'Pacific/Noumea');
    deepEqual(config.value.storage, {
      kind: 'account',
      prefix: 'transfo',
      account: 'transfo',
      clientId: appId,
    });
  });

  it('without authentication listens and sends on loopback only', () => {
    const config = parseConfig({
      BOT_APP_TYPE: 'none',
      STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
    });
    ok(config.ok);
    equal(config.value.host, '127.0.0.1');
    deepEqual(config.value.allowedServiceHosts, ['127.0.0.1', 'localhost', '[::1]']);
  });

  const refused: [string, Record<string, string>, string[]][] = [
    ['a misspelt type', { ...working, BOT_APP_TYPE: 'UserAssignedMSI' }, ['BOT_APP_TYPE']],
    ['a type that is missing', { STORAGE_ACCOUNT: 'transfo' }, ['BOT_APP_TYPE']],
    ['a managed identity with a password', { ...working, BOT_APP_PASSWORD: 'x' }, ['BOT_APP_PASSWORD']],
    [
      'a single tenant without a password',
      { ...working, BOT_APP_TYPE: 'SingleTenant' },
      ['BOT_APP_PASSWORD'],
    ],
    ['no storage', { ...working, STORAGE_ACCOUNT: '' }, ['STORAGE_CONNECTION_STRING']],
    [
      'two storages',
      { ...working, STORAGE_CONNECTION_STRING: 'AccountName=a' },
      ['STORAGE_CONNECTION_STRING'],
    ],
    [
      'a URL as a host',
      { ...working, ALLOWED_SERVICE_HOSTS: 'https://smba.example/' },
      ['ALLOWED_SERVICE_HOSTS'],
    ],
    ['unknown holidays', { ...working, HOLIDAYS: 'Atlantis' }, ['HOLIDAYS']],
    ['nothing at all', {}, ['BOT_APP_TYPE', 'STORAGE_CONNECTION_STRING']],
  ];
  for (const [title, environment, names] of refused) {
    it(`refuses ${title}`, () => deepEqual(problemsOf(environment), names));
  }
});
