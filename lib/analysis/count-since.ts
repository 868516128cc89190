import type { Counter } from "./read-value";

/** The last value of every counter that was ever seen in this run, by its labels; survives a restart as JSON. */
export type CounterState = Record<string, number>;

/** A counter that went down was set back: as scraped it has counted from zero since; a sum lost a part, and counts nothing. */
function grown({ raw, value }: Counter, before: number | undefined): number {
  if (before === undefined) return value;
  if (value >= before) return value - before;
  return raw ? value : 0;
}

/**
 * How much counters have counted since the round before; null in a run's first round, which only sets the marks. One that appears
 * later counts from zero (the first error of a kind makes its series); one that is away for a while keeps its mark.
 */
export function countSince(
  before: CounterState | null,
  counters: readonly Counter[],
): { count: number | null; state: CounterState } {
  const state: CounterState = { ...before };
  let count = 0;
  for (const counter of counters) {
    count += grown(counter, before?.[counter.labels]);
    state[counter.labels] = counter.value;
  }
  return { count: before === null ? null : count, state };
}
