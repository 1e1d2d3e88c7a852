import { Application, type TurnState } from '@microsoft/teams-ai';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Converse } from '../chat/converse.ts';
import type { Poster } from '../chat/poster.ts';
import type { Roster } from '../chat/roster.ts';
import type { Log } from '../shared/log.ts';
import { addressOf, incomingOf, parseActivity, senderOf } from './activity.ts';
import { BotAdapter, type Credentials } from './adapter.ts';
import { type Answer, answerTurn } from './answer.ts';
import { admit, type DoorOptions } from './door.ts';
import { makeConnector } from './poster.ts';
import { makeRoster } from './roster.ts';

export interface BotOptions extends DoorOptions {
  readonly credentials: Credentials;
  readonly converse: Converse;
  readonly newReference: () => string;
  readonly log: Log;
}

/** An HTTP answer: its status, and the body of an invoke's response. */
export interface Received {
  readonly status: number;
  readonly body?: unknown;
}

export interface Bot {
  /** One activity as it was posted to us. Never throws, and answers no error's own words. */
  receive(authorization: string, body: unknown): Promise<Received>;
}

/** The only way in and out of Teams. Another SDK is another folder with the same two exports. */
export function openTeams(options: Omit<BotOptions, 'converse'>): {
  poster: Poster;
  roster: Roster;
  openBot(converse: Converse): Bot;
} {
  const adapter = new BotAdapter(options.credentials);
  const connector = makeConnector(adapter, options.allowedServiceHosts);

  const openBot = (converse: Converse): Bot => {
    const { log, newReference } = options;
    // No storage, no typing timer, no mention removal: see docs/adr on the SDK for what each of them breaks.
    const application = new Application<TurnState>({
      adapter,
      startTypingTimer: false,
      removeRecipientMention: false,
    });
    const answer = async (context: TurnContext): Promise<void> => {
      const activity = parseActivity(context.activity);
      const sender = activity && senderOf(activity);
      const incoming = activity && incomingOf(activity);
      if (!activity || !sender || !incoming) return acknowledge(context);
      const address = addressOf(activity);
      const reply = await converse(sender, address, incoming, newReference());
      await answerTurn(
        { connector, log, respond: (body) => respond(context, body) },
        {
          reply,
          address,
          isInvoke: activity.type === ActivityTypes.Invoke,
          replyToId: activity.replyToId,
          userId: activity.from.id,
        },
      );
    };
    application.addRoute(async () => true, answer, true);
    application.addRoute(async () => true, answer);

    return {
      async receive(authorization, body) {
        const admission = admit(body, options);
        if (admission.kind === 'refused') {
          log.warn('an activity was refused', { reason: admission.reason, status: admission.status });
          return { status: admission.status };
        }
        if (admission.kind === 'ignored') return { status: 200 };
        // A null value makes the SDK's selectors throw (platform facts: AdaptiveCards.js:284).
        const activity = { ...(body as Activity) };
        if (activity.value === null) delete activity.value;
        try {
          const response = await adapter.receive(authorization, activity, async (context) => {
            await application.run(context);
          });
          return { status: response?.status ?? 200, body: response?.body };
        } catch (error) {
          if (isAuthenticationError(error)) {
            log.warn('a token was refused');
            return { status: 401 };
          }
          log.error('an activity could not be handled', error);
          return { status: 500 };
        }
      },
    };
  };
  return { poster: connector, roster: makeRoster(adapter, options), openBot };
}

/** An invoke that nobody answers becomes a 501, which Teams shows as an error. */
async function acknowledge(context: TurnContext): Promise<void> {
  if (context.activity.type === ActivityTypes.Invoke) await respond(context, undefined);
}

async function respond(context: TurnContext, body: Answer | undefined): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** The SDK's own class is not exported where we may import it; its name is. */
const isAuthenticationError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AuthenticationError' || ('statusCode' in error && error.statusCode === 401));
