/** Remembers so many things by name, the longest unused dropped first. */
export function memory<T>(size: number) {
  const kept = new Map<string, T>();
  return {
    get: (key: string): T | undefined => {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set: (key: string, value: T): void => {
      kept.set(key, value);
      const oldest = kept.keys().next();
      if (kept.size > size && !oldest.done) kept.delete(oldest.value);
    },
  };
}
