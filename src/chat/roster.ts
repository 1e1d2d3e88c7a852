import type { Address } from './address.ts';

/** Who is in a conversation, as Teams knows them. */
export interface Roster {
  /**
   * Whether that person comes from another organisation; `teamsId` is Teams' own (`29:…`). Undefined when Teams does
   * not say within a moment: never throws, never keeps a turn waiting.
   */
  isGuest(address: Address, teamsId: string): Promise<boolean | undefined>;
}
