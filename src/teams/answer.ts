import type { Address } from '../chat/address.ts';
import type { Card } from '../chat/card.ts';
import type { Posted } from '../chat/poster.ts';
import type { Choice, Reply } from '../chat/reply.ts';
import type { Log } from '../shared/log.ts';
import type { Connector, Content } from './poster.ts';

/** The body of the response to an invoke. */
export type Answer =
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.card.adaptive';
      readonly value: Card;
    }
  | {
      readonly statusCode: 200;
      readonly type: 'application/vnd.microsoft.activity.message';
      readonly value: string;
    }
  | {
      readonly type: 'application/vnd.microsoft.search.searchResponse';
      readonly value: { readonly results: readonly Choice[] };
    };

interface AnswerPorts {
  readonly connector: Connector;
  /** Answers the invoke that is waiting. */
  readonly respond: (body: Answer) => Promise<void>;
  readonly log: Log;
}

interface Answered {
  readonly reply: Reply;
  readonly address: Address;
  readonly isInvoke: boolean;
  /** The message whose button was pressed. */
  readonly replyToId: string | null | undefined;
  /** Teams' id of the person, `29:…`. */
  readonly userId: string;
}

/** Carries a reply to the person in the way their client understands: an invoke's response, an edit, a message. */
export async function answerTurn(ports: AnswerPorts, answered: Answered): Promise<void> {
  const { connector, respond, log } = ports;
  const { reply, address, isInvoke, replyToId, userId } = answered;
  const told = (posted: Posted): void => {
    if (posted.kind !== 'posted')
      log.warn('an answer was not delivered', { outcome: posted.kind, reason: posted.reason });
  };
  const say = async (content: Content) => told(await connector.answer(address, content));

  switch (reply.kind) {
    case 'nothing':
      return isInvoke ? respond(done) : undefined;
    case 'sentence':
      return isInvoke ? respond(message(reply.text)) : say({ text: reply.text });
    case 'card':
      await say({ card: reply.card });
      return isInvoke ? respond(done) : undefined;
    case 'private': {
      if (address.kind === 'personal')
        return answerTurn(ports, { ...answered, reply: { kind: 'card', card: reply.card } });
      const posted = await connector.postPrivately(address, userId, reply.card);
      told(posted);
      const text = posted.kind === 'posted' ? reply.notice : reply.unreachable;
      return isInvoke ? respond(message(text)) : say({ text });
    }
    case 'again':
      return isInvoke ? respond(inPlace(reply.card)) : say({ card: reply.card });
    case 'choices':
      return respond(found(reply.choices));
    case 'replace': {
      // The response changes the card for the one who pressed; the edit changes it for everybody and for good.
      const edit = replyToId ? connector.edit(address, replyToId, reply.card) : undefined;
      if (isInvoke) {
        // Not waited for: the person has their answer, and the connector may take its time.
        void edit?.then(told);
        return respond(inPlace(reply.card));
      }
      const edited = await edit;
      return edited?.kind === 'posted' ? undefined : say({ card: reply.card });
    }
  }
}

/**
 * The card stays and what was asked for is below. Teams takes an empty body or text for a failure, shows « app unreachable »
 * and presses again (vercel/chat#903).
 */
const done: Answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '✓' };

const inPlace = (card: Card): Answer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

const found = (results: readonly Choice[]): Answer => ({
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results },
});

const message = (text: string): Answer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});
