import type { Round } from "@/lib/contracts/round";

const AMBER_MS = 15_000;
const HATCHED_MS = 60_000;
/** How late a round may be before it counts as late. */
const GRACE_MS = 5_000;

export type Age = "fresh" | "old" | "gone";

/**
 * Whether a measurement may still be taken for the present. Where rounds are further apart than 10 s, it becomes old as soon as the
 * next round is late: amber must not come and go with every round.
 */
export function ageOf(ageMs: number, intervalMs: number): Age {
  if (ageMs > HATCHED_MS) return "gone";
  return ageMs > Math.max(AMBER_MS, intervalMs + GRACE_MS) ? "old" : "fresh";
}

/** The real time of the last good answer of any source; null where none has answered yet. */
export function lastGoodAt({ sources }: Pick<Round, "sources">): number | null {
  const times = sources.flatMap((source) => (source.lastGoodAt === null ? [] : [source.lastGoodAt]));
  return times.length === 0 ? null : Math.max(...times);
}

/** Whether anything that was measured here comes from the simulated shop. */
export function isSimulated(round: Round | null): boolean {
  return round?.sources.some(({ simulated }) => simulated) ?? false;
}
