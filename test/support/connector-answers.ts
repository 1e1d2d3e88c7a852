/**
 * An HTTP refusal of the Teams connector. `retryAfter` in seconds; `stored: true` for the worst case:
 * Teams kept the message and answered an error all the same.
 */
export interface Refusal {
  status: number;
  retryAfter?: number;
  body?: unknown;
  stored?: boolean;
}

/**
 * How the connector treats one request. `silence` never answers, `drop` destroys the socket; the `accept-then-…`
 * forms keep the message first, so that the sender cannot know. `pass` is the normal treatment.
 */
export type Answer = Refusal | 'pass' | 'silence' | 'drop' | 'accept-then-silence' | 'accept-then-drop';

/**
 * The refusals Teams documents (Microsoft Learn, "Status codes from bot conversational APIs"), by what they
 * mean to the sender.
 */
export const answer = {
  /** 429. Without `retryAfter` (seconds) the header is absent, which Teams does too. */
  throttled: (retryAfter?: number): Refusal => refusal(429, 'Throttled', 'Too many requests', retryAfter),
  /** 403: the app was removed from the conversation. */
  gone: (): Refusal =>
    refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  /** 403: the person blocked the bot, or the channel is moderated. */
  blocked: (): Refusal =>
    refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  /** 404 of a whole conversation. */
  notFound: (): Refusal => refusal(404, 'ConversationNotFound', 'Conversation not found.'),
  /** 404 of one message: also given, at times, for a message that exists. */
  activityNotFound: (): Refusal =>
    refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.'),
  /** 404 of one person of a roster. */
  memberNotFound: (): Refusal =>
    refusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.'),
  /** 412: two operations at once on one conversation. */
  precondition: (): Refusal => refusal(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  /** 413. */
  tooBig: (): Refusal => refusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  /** 400. */
  badRequest: (message = 'Bad format of request.'): Refusal => refusal(400, 'BadArgument', message),
  /** 500, or the status of a gateway (502, 503, 504). `stored` as in {@link Refusal}. */
  serverError: (status = 500, { stored = false } = {}): Refusal => ({
    ...refusal(status, 'ServiceError', 'Service error.'),
    stored,
  }),
};

function refusal(status: number, code: string, message: string, retryAfter?: number): Refusal {
  return { status, ...(retryAfter === undefined ? {} : { retryAfter }), body: { error: { code, message } } };
}
