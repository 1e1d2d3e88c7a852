/** What a person may do, in rising order of rights: who may do a thing, every later role may too. */
export const roles = ['partner', 'referent', 'staff', 'lead'] as const;
export type Role = (typeof roles)[number];

export const isAtLeast = (role: Role, wanted: Role): boolean => roles.indexOf(role) >= roles.indexOf(wanted);
