import { monotonicFactory } from 'ulid';

/** A ULID: sorts by the moment it was minted; only letters and digits, so that it is a table key as it is. */
export type Ulid = string;

const next = monotonicFactory();
export const newUlid = (): Ulid => next();

const shape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
export const isUlid = (value: unknown): value is Ulid => typeof value === 'string' && shape.test(value);
