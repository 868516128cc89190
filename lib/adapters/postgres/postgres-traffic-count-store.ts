import { TrafficObservation } from "@/lib/contracts/traffic";
import type { TrafficCountStore } from "@/lib/ports/traffic-count-store";
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
      const row = await client.trafficCount.findFirst({ where: { releaseId }, orderBy: { at: "desc" } });
      const read = TrafficObservation.safeParse(row?.counts);
      if (row === null || !read.success || read.data.kind !== "observed") return null;
      return { ...read.data, at: row.at.getTime() };
    },
  };
}
