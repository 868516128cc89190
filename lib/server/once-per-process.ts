/**
 * What there is once in a process, although it holds two module graphs (the server's and Next's) with a copy of every module each: counters,
 * and limits, which would be twice as high if each graph counted for itself. Nothing is wrong without it but such a number.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`holdpoint.${name}`);
  const known: { value: T } | undefined = Reflect.get(globalThis, key);
  if (known !== undefined) return known.value;
  const value = make();
  Reflect.set(globalThis, key, { value });
  return value;
}
