import type { VersionCounts } from "@/lib/analysis/error-evidence";
import { binomial, seeded } from "./random";
import { atMost, median, type Row, within } from "./rows";
import { LOOK_S, MANN_WHITNEY, RULES, type Rule } from "./rules";

const RUNS = 2000;
const LOOKS = (30 * 60) / LOOK_S;
const PER_SECOND = 200;
const SHARE = 0.05;
const STABLE = 0.0005;
/** The canary's true rates: a healthy one and the three that are to be caught. */
const RATES = [STABLE, 0.002, 0.005, 0.01];

/** In percent of runs stopped, and the median minute in which 1 % is caught (judge.md). */
const EXPECTED: Record<string, { stopped: number[]; minutes: number }> = {
  "1-minute rate > 0.1 %, once": { stopped: [100, 100, 100, 100], minutes: 1 },
  "the same three separate minutes running": { stopped: [31, 100, 100, 100], minutes: 3 },
  "Mann–Whitney p ≤ 0.05 each 5 min": { stopped: [11, 99.5, 100, 100], minutes: 5 },
  "evidence ≥ 20": { stopped: [2.5, 99.8, 100, 100], minutes: 0.5 },
  "evidence ≥ 100": { stopped: [0.4, 99.6, 100, 100], minutes: 0.8 },
};

function night(random: () => number, rate: number, sameSize: boolean): VersionCounts[] {
  return Array.from({ length: LOOKS }, () => {
    const canary = binomial(random, PER_SECOND * LOOK_S, SHARE);
    const stable = sameSize ? canary : PER_SECOND * LOOK_S - canary;
    return {
      canary: { requests: canary, errors: binomial(random, canary, rate) },
      stable: { requests: stable, errors: binomial(random, stable, STABLE) },
    };
  });
}

type Stops = Map<string, (number | null)[][]>;

/** Every rule looks at the same nights; stops by rule, then by rate. */
function simulate(rules: readonly Rule[], sameSize: boolean): Stops {
  const stops: Stops = new Map(rules.map(({ name }) => [name, RATES.map(() => [])]));
  for (const [index, rate] of RATES.entries()) {
    const random = seeded(7000 + index);
    for (let run = 0; run < RUNS; run += 1) {
      const rounds = night(random, rate, sameSize);
      for (const rule of rules) stops.get(rule.name)?.[index]?.push(rule.stopsAt(rounds));
    }
  }
  return stops;
}

const percent = (ends: readonly (number | null)[]) => (100 * ends.filter((end) => end !== null).length) / RUNS;

function rowsOf(name: string, stops: (number | null)[][]): Row[] {
  const expected = EXPECTED[name];
  if (expected === undefined) return [];
  const shares = stops.map((ends, index) => {
    const wanted = expected.stopped[index] ?? Number.NaN;
    const what = index === 0 ? "healthy release stopped" : `canary ${(100 * (RATES[index] ?? 0)).toFixed(1)} % caught`;
    const slack = wanted > 99 ? 1 : wanted < 5 ? 1 : 3;
    return within(`${name}: ${what}`, { got: percent(ends), wanted, slack, unit: "%" });
  });
  const caught = (stops.at(-1) ?? []).filter((end) => end !== null);
  const time = within(`${name}: 1 % caught, median`, {
    got: median(caught),
    wanted: expected.minutes,
    slack: 0.25,
    unit: "min",
  });
  return [...shares, time];
}

/** What the design promises whatever the table says. */
function promises(stops: Stops): Row[] {
  const healthy = (name: string) => percent(stops.get(name)?.[0] ?? []);
  const caught = (stops.get("evidence ≥ 100")?.at(-1) ?? []).map((end) => end ?? Number.POSITIVE_INFINITY);
  return [
    atMost("a healthy release stopped at evidence ≥ 20", { got: healthy("evidence ≥ 20"), most: 5, unit: "%" }),
    atMost("a healthy release stopped at evidence ≥ 100", { got: healthy("evidence ≥ 100"), most: 1, unit: "%" }),
    atMost("a 1 % canary caught at evidence ≥ 100, median", { got: median(caught), most: 1, unit: "min" }),
  ];
}

/** "Worse than the old version?": 200 requests/s, 5 % canary, stable 0.05 %, a look every 15 s for 30 min. */
export function oldVersionRows(): Row[] {
  const stops = simulate(RULES, false);
  const peer = simulate([MANN_WHITNEY], true);
  return [...[...stops, ...peer].flatMap(([name, ends]) => rowsOf(name, ends)), ...promises(stops)];
}
