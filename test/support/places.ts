import { personalConversationId } from './connector-request.ts';

/** Where a person speaks to the bot. */
export type Place = PersonalChat | GroupChat | Channel;

export interface PersonalChat {
  kind: 'personal';
}

export interface GroupChat {
  kind: 'groupChat';
  chatId: string;
}

export interface Channel {
  kind: 'channel';
  teamId: string;
  channelId: string;
  /** The id of the message that began the thread; without it each message begins a new one. */
  threadId?: string;
  teamName?: string;
  channelName?: string;
}

/** The one-to-one chat of the person with the bot. */
export const personal: PersonalChat = { kind: 'personal' };

export const groupChat = (chatId: string): GroupChat => ({ kind: 'groupChat', chatId });

export const channel = (where: Omit<Channel, 'kind'>): Channel => ({ kind: 'channel', ...where });

/**
 * The `conversation` and `channelData` Teams gives a message of that place. `threadId` is that of the message;
 * without it (installation, members) a channel is named without thread.
 */
export function wireOf(
  place: Place,
  { aadObjectId, tenantId }: { aadObjectId: string; tenantId: string },
  threadId?: string,
) {
  const tenant = { id: tenantId };
  switch (place.kind) {
    case 'personal':
      return {
        conversation: { conversationType: 'personal', tenantId, id: personalConversationId(aadObjectId) },
        channelData: { tenant },
      };
    case 'groupChat':
      return {
        conversation: { isGroup: true, conversationType: 'groupChat', tenantId, id: place.chatId },
        channelData: { tenant },
      };
    case 'channel': {
      const id = threadId ? `${place.channelId};messageid=${threadId}` : place.channelId;
      return {
        conversation: { isGroup: true, conversationType: 'channel', tenantId, id },
        channelData: {
          teamsChannelId: place.channelId,
          teamsTeamId: place.teamId,
          channel: { id: place.channelId },
          team: { id: place.teamId },
          tenant,
        },
      };
    }
  }
}
