/** Says whether a value read from a document is what its type promises. */
export type Guard<T> = (value: unknown) => value is T;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that a database can keep: no U+0000, no half of a surrogate pair. */
export const isText: Guard<string> = (value): value is string =>
  typeof value === "string" && !value.includes("\0") && !/[\ud800-\udfff]/u.test(value);

export const isFilled: Guard<string> = (value): value is string => isText(value) && /\S/u.test(value);
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);
export const isFlag: Guard<boolean> = (value): value is boolean => typeof value === "boolean";

export function between(least: number, most: number): Guard<number> {
  return (value): value is number => isNumber(value) && value >= least && value <= most;
}

/** A whole number that a column of the database can keep. */
export function whole(least: number, most = 2_147_483_647): Guard<number> {
  return (value): value is number => between(least, most)(value) && Number.isInteger(value);
}

export function oneOf<const T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function idOf<Kind extends string>(kind: Kind): Guard<`${Kind}:${string}`> {
  return (value): value is `${Kind}:${string}` =>
    isText(value) && value.startsWith(`${kind}:`) && value.length > kind.length + 1 && value.length <= 200;
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function listOf<T>(guard: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(guard);
}

export function filledListOf<T>(guard: Guard<T>): Guard<T[]> {
  return (value): value is T[] => listOf(guard)(value) && value.length > 0;
}

export function either<A, B>(one: Guard<A>, other: Guard<B>): Guard<A | B> {
  return (value): value is A | B => one(value) || other(value);
}

/** A record with exactly these fields. */
export function record<T extends object>(fields: { [Key in keyof T]-?: Guard<T[Key]> }): Guard<T> {
  const guards: [string, Guard<unknown>][] = Object.entries(fields);
  return (value): value is T =>
    isRecord(value) &&
    Object.keys(value).length === guards.length &&
    guards.every(([key, guard]) => Object.hasOwn(value, key) && guard(value[key]));
}

/** Texts by name. */
export const isTextByName: Guard<Record<string, string>> = (value): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every(isText);
