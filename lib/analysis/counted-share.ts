import { type ShareStanding, shareStanding } from "./judge-serving";

/** Requests of users by the side that served them in the end, since the share was set. */
export type Counts = { green: number; blue: number; nobody: number; other: number };

/** How the traffic that was counted lies to the wanted share. */
export type CountedBand = "in" | "out" | "unknown";

/**
 * More requests than this say no more: users come back, and where a proxy keeps them on their side, so many requests are far fewer
 * users.
 */
const MOST = 2_000;

const BANDS: Record<ShareStanding, CountedBand> = {
  within: "in",
  off: "unknown",
  cannot_tell: "unknown",
  too_few: "out",
  too_many: "out",
};

function standing({ green, blue, nobody, other }: Counts, wanted: number): CountedBand {
  const all = green + blue + nobody + other;
  if (all === 0) return "unknown";
  const scale = Math.min(1, MOST / all);
  return BANDS[shareStanding(green * scale, all * scale, wanted)];
}

function minus(now: Counts, before: Counts): Counts {
  const left = (key: keyof Counts) => Math.max(0, now[key] - before[key]);
  return { green: left("green"), blue: left("blue"), nobody: left("nobody"), other: left("other") };
}

/**
 * Whether what a proxy has counted lies in the binomial band (99.9 %) of the wanted share (0 to 1): all of it, and what came since
 * `before`, so that a side that dies after an hour is not hidden by the hour.
 */
export function countedBand(now: Counts, before: Counts | null, wanted: number): CountedBand {
  const whole = standing(now, wanted);
  const lately = before === null ? whole : standing(minus(now, before), wanted);
  if (whole === "out" || lately === "out") return "out";
  return whole;
}

/** The counted share in percent, to a tenth; null where nothing was counted. */
export function countedShare({ green, blue, nobody, other }: Counts): number | null {
  const all = green + blue + nobody + other;
  return all === 0 ? null : Math.round((1000 * green) / all) / 10;
}
