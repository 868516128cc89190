/** One figure beside what the design says. */
export type Row = { what: string; got: string; expected: string; ok: boolean };

type Figure = { got: number; wanted: number; slack: number; unit: string };

const shown = (value: number) => (Math.abs(value) >= 1000 ? value.toFixed(0) : value.toFixed(1));

/** A figure that may be off by the noise of the simulation, in its own unit. */
export function within(what: string, { got, wanted, slack, unit }: Figure): Row {
  const ok = Math.abs(got - wanted) <= slack;
  return { what, got: `${shown(got)} ${unit}`, expected: `${shown(wanted)} ± ${shown(slack)} ${unit}`, ok };
}

/** A promise: at most so much. */
export function atMost(what: string, { got, most, unit }: { got: number; most: number; unit: string }): Row {
  return { what, got: `${shown(got)} ${unit}`, expected: `≤ ${shown(most)} ${unit}`, ok: got <= most };
}

/** NaN of nothing, which no figure agrees with. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
