import { performance } from "node:perf_hooks";
import type { Clock } from "@/lib/ports/clock";
import type { PrismaClient } from "./generated/client";

const renewAfterMs = 10_000;
const trustForMs = 60_000;

/**
 * The database's clock: this process's monotonic clock plus an offset that is measured anew, beside the work, when it is older
 * than 10 s; after a pause longer than a minute the reading waits for the measurement.
 */
export function databaseClock(client: PrismaClient, monotonic: () => number = () => performance.now()): Clock {
  let offset: { ms: number; measuredAt: number } | null = null;
  let measuring: Promise<void> | null = null;

  async function measure(): Promise<void> {
    const before = monotonic();
    const rows = await client.$queryRaw<{ at: number }[]>`/* clock */ SELECT
      (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at`;
    const after = monotonic();
    const at = rows[0]?.at;
    // The answer is as old as its way back; half of the round trip is the best guess.
    if (at !== undefined) offset = { ms: at - (before + after) / 2, measuredAt: after };
  }

  function synchronise(): Promise<void> {
    measuring ??= measure().finally(() => {
      measuring = null;
    });
    return measuring;
  }

  return {
    synchronise,
    read: async () => {
      const age = offset === null ? Number.POSITIVE_INFINITY : monotonic() - offset.measuredAt;
      if (age > trustForMs) await synchronise();
      else if (age > renewAfterMs) synchronise().catch(() => undefined); // the old offset still serves; the next reading tries again
      if (offset === null) throw new Error("The database did not tell its time.");
      return Math.floor(monotonic() + offset.ms);
    },
  };
}
