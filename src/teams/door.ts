import { parseActivity, type TeamsActivity, tenantOf } from './activity.ts';

export interface DoorOptions {
  /** Empty only without authentication, on loopback: there nothing vouches for a tenant anyway. */
  readonly allowedTenants: readonly string[];
  /** Host names (`smba.trafficmanager.net`); loopback names stand for every port. */
  readonly allowedServiceHosts: readonly string[];
}

export type Admission =
  | { readonly kind: 'admitted'; readonly activity: TeamsActivity }
  /** Well-formed enough, and nothing for us: Teams stops delivering to bots that answer errors to what is new to them. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly status: 400 | 403; readonly reason: string };

/**
 * What may come in, whoever signed it: botbuilder accepts any channel and any service URL that its token path lets
 * through (jwtTokenValidation, emulator path), and checks no tenant at all.
 */
export function admit(body: unknown, { allowedTenants, allowedServiceHosts }: DoorOptions): Admission {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, 'not an object');
  const { type, channelId, serviceUrl } = body as Record<string, unknown>;
  if (typeof type !== 'string' || type === '') return refuse(400, 'no type');
  if (channelId !== 'msteams') return refuse(403, 'channel');
  if (!isAllowedServiceUrl(serviceUrl, allowedServiceHosts)) return refuse(403, 'service host');

  const activity = parseActivity(body);
  if (!activity) return isAnswered(type) ? refuse(400, 'incomplete activity') : { kind: 'ignored' };
  const tenant = tenantOf(activity);
  if (allowedTenants.length > 0 && !(tenant && allowedTenants.includes(tenant))) return refuse(403, 'tenant');
  return { kind: 'admitted', activity };
}

/** Also asked before every proactive send: a stored address must not carry our token to a foreign host. */
export function isAllowedServiceUrl(serviceUrl: unknown, allowedHosts: readonly string[]): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  if (!allowedHosts.includes(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
const isAnswered = (type: string): boolean => type === 'message' || type === 'invoke';
const refuse = (status: 400 | 403, reason: string): Admission => ({ kind: 'refused', status, reason });
