import { awaitedRound, ROUND_CHANNEL, type Round, type SamplePoint } from "@/lib/contracts/round";
import type { WatchMemory, WatchStore } from "@/lib/ports/watch-store";
import type { Database } from "./database";
import type { PrismaClient } from "./generated/client";

type SampleRow = Omit<SamplePoint, "filled"> & { filled: boolean };
/** Whether a round is to be expected is only asked where there is none. */
const FIND_ROUND = `SELECT watch.round, CASE WHEN watch.round IS NOT NULL THEN false ELSE
    release.mode::text = 'live' AND release.status::text NOT IN ('closed', 'cancelled', 'rolled_back')
    AND EXISTS (SELECT FROM metric_source)
    AND EXISTS (SELECT FROM plan_check WHERE plan_check."planVersionId" = release."planVersionId" AND measure IS NOT NULL)
  END AS awaited
  FROM release LEFT JOIN watch ON watch."releaseId" = release.id WHERE release.id = $1`;

type Memory = { round: Round | null; memory: WatchMemory | null };

/** Takes what nobody holds and renews what this worker holds. */
async function hold(client: PrismaClient, { worker, leaseMs }: Parameters<WatchStore["hold"]>[0]): Promise<string[]> {
  const held = await client.$queryRaw<{ releaseId: string }[]>`/* hold-watch */
    INSERT INTO watch AS own ("releaseId", "leasedBy", "leasedUntil")
      SELECT id, ${worker}, clock_timestamp() + ${leaseMs}::int * interval '1 millisecond' FROM release
      WHERE status::text NOT IN ('closed', 'cancelled', 'rolled_back') ORDER BY id
    ON CONFLICT ("releaseId") DO UPDATE SET "leasedBy" = excluded."leasedBy", "leasedUntil" = excluded."leasedUntil"
      WHERE own."leasedBy" = excluded."leasedBy" OR own."leasedUntil" IS NULL OR own."leasedUntil" < clock_timestamp()
    RETURNING "releaseId"`;
  return held.map(({ releaseId }) => releaseId);
}

type Kept = Parameters<WatchStore["keep"]>[0];

/** Writes a round, its samples and its memory, and announces it: one statement, and nothing without the lease. */
async function keep(client: PrismaClient, { worker, round, memory, samples }: Kept): Promise<boolean> {
  const { releaseId, evidence } = round;
  const kept = await client.$queryRaw<{ told: unknown }[]>`/* keep-round */
    WITH own AS (
      UPDATE watch SET "roundAt" = ${evidence.roundAt}::float8::bigint, round = ${JSON.stringify(round)}::json,
        memory = ${JSON.stringify(memory)}::json
      WHERE "releaseId" = ${releaseId} AND "leasedBy" = ${worker} AND "leasedUntil" > clock_timestamp()
      RETURNING "releaseId"),
    points AS (
      INSERT INTO sample ("releaseId", series, at, value)
        SELECT own."releaseId", point.series, point.at::bigint, point.value
        FROM own, json_to_recordset(${JSON.stringify(samples)}::json) AS point(series text, at float8, value float8)
      ON CONFLICT DO NOTHING)
    SELECT pg_notify(${ROUND_CHANNEL}, "releaseId")::text AS told FROM own`;
  return kept.length > 0;
}

/** Rounds and samples in Postgres, the watch leased by its own clock. */
export function postgresWatchStore({ client, pools }: Pick<Database, "client" | "pools">): WatchStore {
  return {
    hold: (ask) => hold(client, ask),
    letGo: async (worker) => {
      await client.$executeRaw`UPDATE watch SET "leasedBy" = NULL, "leasedUntil" = NULL WHERE "leasedBy" = ${worker}`;
    },
    recall: async (releaseId) => {
      const rows = await client.$queryRaw<Memory[]>`/* recall-watch */
        SELECT round, memory FROM watch WHERE "releaseId" = ${releaseId}`;
      return rows[0] ?? { round: null, memory: null };
    },
    keep: (kept) => keep(client, kept),
    findRound: async (releaseId) => {
      // Every GO and every opened screen waits for this one: straight to the pool (docs/decisions/0013).
      const { rows } = await pools.ordinary.query<{ round: Round | null; awaited: boolean }>({
        name: "find-round",
        text: FIND_ROUND,
        values: [releaseId],
      });
      const [found] = rows;
      return found?.round ?? (found?.awaited === true ? awaitedRound(releaseId) : null);
    },
    listQuiet: async (leastMs) => {
      const quiet = await client.$queryRaw<{ id: string }[]>`/* quiet-watches */
        SELECT release.id FROM watch JOIN release ON release.id = watch."releaseId"
          JOIN event ON event."releaseId" = release.id AND event.seq = release.seq
        WHERE release.status::text IN ('running', 'held', 'observing')
          AND watch."roundAt" < extract(epoch FROM clock_timestamp()) * 1000
            - greatest(${leastMs}::int, 3 * (watch.round -> 'evidence' ->> 'intervalMs')::float8)
          AND (release.mode::text = 'live'
            OR event.at > extract(epoch FROM clock_timestamp() - interval '6 hours') * 1000)`;
      return quiet.map(({ id }) => id);
    },
    listSamples: async ({ releaseId, from, to, limit }) => {
      const rows = await client.$queryRaw<SampleRow[]>`/* samples */
        SELECT series, at::float8 AS at, value, filled FROM (
          SELECT series, at, value, filled, count(*) OVER own AS many, row_number() OVER (own ORDER BY at DESC) AS nth
          FROM sample
          WHERE "releaseId" = ${releaseId} AND at >= ${from}::float8::bigint AND at < ${to}::float8::bigint
          WINDOW own AS (PARTITION BY series)) AS points
        WHERE (nth - 1) % greatest(1, ceil(many::float8 / ${limit}::int)::int) = 0
        ORDER BY series, at`;
      return rows.map(({ filled, ...point }) => (filled ? { ...point, filled } : point));
    },
    fillIn: async (releaseId, samples) => {
      await client.$executeRaw`INSERT INTO sample ("releaseId", series, at, value, filled)
        SELECT ${releaseId}, point.series, point.at::bigint, point.value, true
        FROM json_to_recordset(${JSON.stringify(samples)}::json) AS point(series text, at float8, value float8)
        ON CONFLICT DO NOTHING`;
    },
    forgetSamples: (days) =>
      client.$executeRaw`DELETE FROM sample USING release, event
        WHERE release.id = sample."releaseId" AND event."releaseId" = release.id AND event.seq = release.seq
          AND release.status::text IN ('closed', 'cancelled', 'rolled_back')
          AND event.at < extract(epoch FROM now() - ${days}::int * interval '1 day') * 1000`,
  };
}
