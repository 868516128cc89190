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
      const orderBy = [{ runnerId: "asc" as const }, { action: "asc" as const }];
      const rows = await client.trafficCount.findMany({ where: { releaseId }, orderBy });
      const words = rows.flatMap(({ counts, at }) => {
        const read = TrafficObservation.safeParse(counts);
        return read.success && read.data.kind === "observed" ? [{ ...read.data, at: at.getTime() }] : [];
      });
      const last = words.toSorted((a, b) => b.at - a.at)[0];
      if (last === undefined) return null;
      const young = words.filter(({ at }) => last.at - at <= COUNTS_OLD_MS);
      if (young.some(({ share }) => share !== last.share)) return { ...last, isDisputed: true };
      // One that stands by serves nobody, and says nothing beside one that does; one that cannot read its own record might serve many.
      const [first = last, ...others] = young.filter(
        ({ green, blue, nobody, other, unread }) => unread !== undefined || green + blue + nobody + other > 0,
      );
      return others.length > 0 ? { ...first, others } : first;
    },
  };
}
