import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';

export type Credentials =
  /** No authentication at all: loopback only. */
  | { readonly type: 'none' }
  | {
      readonly type: 'SingleTenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly type: 'UserAssignedMsi'; readonly appId: string; readonly tenantId: string };

/** A Teams answer later than this counts as none: with no limit a hung connector would hold the turn for ever. */
const timeoutMs = 8_000;

/**
 * The SDK's adapter with its protected parts in reach: receiving without its HTTP handling, which writes error
 * messages into answers, and connector clients without its retries, which post a message up to four times.
 */
export class BotAdapter extends TeamsAdapter {
  readonly #appId: string;
  readonly #clients = new Map<string, ReturnType<BotAdapter['openClient']>>();

  constructor(credentials: Credentials) {
    super(settingsOf(credentials));
    this.#appId = credentials.type === 'none' ? '' : credentials.appId;
  }

  /** Checks the token, runs the turn, answers with the invoke's response. Throws AuthenticationError on a bad token. */
  receive(
    authorization: string,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, run);
  }

  /** One client a service URL; it holds the bot's token and must only be asked for an allowed host. */
  clientFor(serviceUrl: string): ReturnType<BotAdapter['openClient']> {
    const known = this.#clients.get(serviceUrl) ?? this.openClient(serviceUrl);
    this.#clients.set(serviceUrl, known);
    known.catch(() => this.#clients.delete(serviceUrl));
    return known;
  }

  private async openClient(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.#appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    // Without an audience the factory takes its own cloud's; its type does not know that.
    const client = await factory.create(serviceUrl, undefined as unknown as string);
    const { pipeline } = (client as unknown as { client: Pipelined }).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'timeout',
      sendRequest: (request, next) => {
        request.timeout = timeoutMs;
        return next(request);
      },
    });
    return client;
  }
}

/** What a connector client holds as `client` (core-http-compat's ExtendedServiceClient), though its type does not say so. */
interface Pipelined {
  readonly pipeline: {
    removePolicy(policy: { name: string }): void;
    addPolicy(policy: {
      name: string;
      sendRequest<R extends { timeout: number }, A>(request: R, next: (request: R) => Promise<A>): Promise<A>;
    }): void;
  };
}

/** The names and the spelling matter: the SDK takes a type it does not know for MultiTenant. */
function settingsOf(credentials: Credentials): Record<string, string> {
  if (credentials.type === 'none') return {};
  return {
    MicrosoftAppType: credentials.type,
    MicrosoftAppId: credentials.appId,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.type === 'SingleTenant' && { MicrosoftAppPassword: credentials.password }),
  };
}
