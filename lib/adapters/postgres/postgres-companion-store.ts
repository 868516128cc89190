import type { CompanionState } from "@/lib/contracts/grafana";
import type { CompanionCursor, CompanionStore } from "@/lib/ports/companion-store";
import type { Database } from "./database";

/** How far Grafana was told, leased by the database's clock. */
export function postgresCompanionStore({ client }: Pick<Database, "client">): CompanionStore {
  return {
    // A release that was over before anybody wanted annotations of it is not told about any more.
    take: ({ worker, limit, leaseMs }) => client.$queryRaw<CompanionCursor[]>`/* take-companion */
      INSERT INTO companion_cursor AS own ("releaseId", "sourceId", "leasedBy", "leasedUntil")
        SELECT release.id, source.id, ${worker}, clock_timestamp() + ${leaseMs}::int * interval '1 millisecond'
        FROM metric_source AS source
          JOIN release ON release.mode::text = 'live'
          LEFT JOIN companion_cursor AS known ON known."releaseId" = release.id AND known."sourceId" = source.id
        WHERE source.kind::text = 'grafana' AND source.annotates
          AND CASE WHEN known."releaseId" IS NULL THEN release.status::text NOT IN ('closed', 'cancelled', 'rolled_back')
            ELSE known.seq < release.seq AND (known."retryAt" IS NULL OR known."retryAt" <= clock_timestamp())
              AND (known."leasedUntil" IS NULL OR known."leasedUntil" < clock_timestamp()) END
        ORDER BY release.id, source.id LIMIT ${limit}::int
      ON CONFLICT ("releaseId", "sourceId") DO UPDATE
        SET "leasedBy" = excluded."leasedBy", "leasedUntil" = excluded."leasedUntil"
        WHERE own."leasedUntil" IS NULL OR own."leasedUntil" < clock_timestamp()
      RETURNING "releaseId", "sourceId", seq, memory, failures`,
    keep: async ({ releaseId, sourceId, worker, leaseMs, seq, memory, told }) => {
      const kept = await client.$executeRaw`/* keep-companion */
        UPDATE companion_cursor SET seq = ${seq}::int, memory = ${JSON.stringify(memory)}::json,
          "leasedUntil" = clock_timestamp() + ${leaseMs}::int * interval '1 millisecond',
          "deliveredAt" = CASE WHEN ${told} THEN clock_timestamp() ELSE "deliveredAt" END
        WHERE "releaseId" = ${releaseId} AND "sourceId" = ${sourceId}
          AND "leasedBy" = ${worker} AND "leasedUntil" > clock_timestamp()`;
      return kept > 0;
    },
    letGo: async ({ releaseId, sourceId, worker, failed }) => {
      await client.$executeRaw`/* let-companion-go */
        UPDATE companion_cursor SET "leasedBy" = NULL, "leasedUntil" = NULL, because = ${failed?.because ?? null},
          failures = CASE WHEN ${failed !== null} THEN failures + 1 ELSE 0 END,
          "failingSince" = CASE WHEN ${failed !== null} THEN coalesce("failingSince", clock_timestamp()) END,
          "retryAt" = clock_timestamp() + ${failed?.restMs ?? null}::int * interval '1 millisecond'
        WHERE "releaseId" = ${releaseId} AND "sourceId" = ${sourceId} AND "leasedBy" = ${worker}`;
    },
    states: (releaseId) => client.$queryRaw<CompanionState[]>`/* companion-states */
      SELECT source.name AS source, because,
        floor(extract(epoch FROM "deliveredAt") * 1000)::float8 AS "deliveredAt",
        floor(extract(epoch FROM "failingSince") * 1000)::float8 AS "failingSince"
      FROM companion_cursor AS own JOIN metric_source AS source ON source.id = own."sourceId"
      WHERE own."releaseId" = ${releaseId} AND source.annotates ORDER BY source.place, source.id`,
  };
}
