import { memoryRateLimiter } from "@/lib/adapters/rate-limiter/memory-rate-limiter";
import type { Allowance } from "@/lib/ports/limits";

/** Who plays a whole rehearsal alone signs and ticks for everybody, on a clock that runs faster. */
const REHEARSAL_FACTOR = 10;

type Asked = { person: string; releaseId: string };
export type CommandLimit = { take: (asked: Asked) => Promise<Allowance> };

/**
 * So many commands a minute for a person on one release; ten times as many on a rehearsal, and over all releases together. Whether it is
 * a rehearsal is only asked for when it matters.
 */
export function commandLimit(perMin: number, isRehearsal: (releaseId: string) => Promise<boolean>): CommandLimit {
  const onRelease = memoryRateLimiter(perMin);
  const overAll = memoryRateLimiter(perMin * REHEARSAL_FACTOR);
  return {
    take: async ({ person, releaseId }) => {
      const total = await overAll.take(person);
      if (!total.allowed) return total;
      const own = await onRelease.take(`${person} ${releaseId}`);
      return own.allowed || (await isRehearsal(releaseId)) ? { allowed: true } : own;
    },
  };
}
