/** What one contestant's round came to: each operation's wall time, and the processor time of its server for all of them. */
export type Round = { timesMs: number[]; cpuMs: number };

export type Pass = { cpuMs: number; p50Ms: number; p99Ms: number };
export type Standing = { name: string; passes: Pass[] };
export type Spread = { median: number; min: number; max: number };
export type Metric = "processor time" | "p50";

export type Bound = { is: "at most" | "at least"; bound: number };
export type Verdict = "MET" | "MISSED" | "VOID" | "shown";

/** One line of the table. `must` is absent where the figure is only shown. */
export type Figure = {
  what: string;
  unit: string;
  value: Spread;
  must?: Bound;
  moonshot?: Bound;
};

export type Report = {
  id: string;
  title: string;
  standings: Standing[];
  figures: Figure[];
  /** The first peer against itself: what this run cannot tell apart. */
  noise?: Spread;
  /** What was found wrong while it ran; anything here voids the figures. */
  faults: string[];
  /** What the reader has to know, a sentence each. */
  notes: string[];
};

/** The value at a quantile (0..1) of a list that need not be sorted; NaN of an empty one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: middle(values), min: Math.min(...values), max: Math.max(...values) };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? (upper + (sorted[half - 1] ?? Number.NaN)) / 2 : upper;
}

export function passOf({ timesMs, cpuMs }: Round): Pass {
  return { cpuMs: cpuMs / timesMs.length, p50Ms: quantile(timesMs, 0.5), p99Ms: quantile(timesMs, 0.99) };
}

/** How many times as much `over` needs as `under`: the ratio is taken pass by pass, what ran side by side with what. */
export function ratioOf(standings: readonly Standing[], metric: Metric, over: string, under: string): Spread {
  const [above, below] = [over, under].map((name) => {
    const found = standings.find((standing) => standing.name === name);
    if (found === undefined) throw new RangeError(`Nobody is called ${name}.`);
    return found.passes.map((pass) => (metric === "p50" ? pass.p50Ms : pass.cpuMs));
  });
  return spreadOf((above ?? []).map((value, pass) => value / (below?.[pass] ?? Number.NaN)));
}

export function isMet(value: number, { is, bound }: Bound): boolean {
  return is === "at most" ? value <= bound : value >= bound;
}

export function verdictOf(report: Pick<Report, "faults">, figure: Figure): Verdict {
  if (figure.must === undefined) return "shown";
  // No time, size, count or ratio is below nothing: what came out so was not measured.
  if (report.faults.length > 0 || !(figure.value.median >= 0)) return "VOID";
  return isMet(figure.value.median, figure.must) ? "MET" : "MISSED";
}
