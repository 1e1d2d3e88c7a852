import type { Language } from './language.ts';
import type { Role } from './role.ts';

/** Who acts, as the server knows them: the id comes from the authenticated activity, the role from our table. */
export interface Actor {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
}
