import { TrafficObservation } from "@/lib/contracts/traffic";
import { COUNTS_OLD_MS, type TrafficCountStore } from "@/lib/ports/traffic-count-store";
import type { Database } from "./database";

/** Counts of requests in Postgres: the newest word of each proxy and no more. */
export function postgresTrafficCountStore({ client }: Pick<Database, "client">): TrafficCountStore {
  return {
    keep: async ({ releaseId, runnerId, action, counts }) => {
      await client.$executeRaw`INSERT INTO traffic_count ("releaseId", "runnerId", action, counts, at)
        VALUES (${releaseId}, ${runnerId}, ${action}, ${JSON.stringify(counts)}::jsonb, clock_timestamp())
        ON CONFLICT ("releaseId", "runnerId", action) DO UPDATE SET counts = excluded.counts, at = excluded.at`;
    },
    newest: async (releaseId) => {
      const rows = await client.trafficCount.findMany({ where: { releaseId }, orderBy: { at: "desc" } });
      const words = rows.flatMap(({ counts, at }) => {
        const read = TrafficObservation.safeParse(counts);
        return read.success && read.data.kind === "observed" ? [{ ...read.data, at: at.getTime() }] : [];
      });
      const [first, ...others] = words;
      if (first === undefined) return null;
      const isDisputed = others.some(({ at, share }) => first.at - at <= COUNTS_OLD_MS && share !== first.share);
      return isDisputed ? { ...first, isDisputed } : first;
    },
  };
}
