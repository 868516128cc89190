import type { DueTimer, TimerStore } from "@/lib/ports/timer-store";
import type { Database } from "./database";

/** Timers in Postgres, leased by its own clock. */
export function postgresTimerStore({ client }: Pick<Database, "client">): TimerStore {
  return {
    takeDue: async ({ worker, limit, leaseMs }) => {
      const taken = await client.$queryRaw<DueTimer[]>`/* take-timers */ UPDATE timer
        SET "leasedBy" = ${worker}, "leasedUntil" = clock_timestamp() + ${leaseMs}::int * interval '1 millisecond'
        WHERE ("releaseId", key) IN (
          SELECT "releaseId", key FROM timer
          WHERE "dueAt" <= extract(epoch FROM clock_timestamp()) * 1000
            AND ("leasedUntil" IS NULL OR "leasedUntil" < clock_timestamp())
          ORDER BY "dueAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
        RETURNING "releaseId", key, "dueAt"::float8 AS "dueAt", epoch, command`;
      return taken.sort((a, b) => a.dueAt - b.dueAt);
    },
    untilNextMs: async () => {
      const rows = await client.$queryRaw<{ ms: number | null }[]>`/* next-timer */ SELECT
        min("dueAt")::float8 - (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms FROM timer
        WHERE "leasedUntil" IS NULL OR "leasedUntil" < clock_timestamp()`;
      return rows[0]?.ms ?? null;
    },
    finish: async ({ releaseId, key, dueAt, epoch }) => {
      await client.timer.deleteMany({ where: { releaseId, key, dueAt: BigInt(dueAt), epoch } });
    },
    release: async ({ releaseId, key, dueAt, epoch }) => {
      await client.timer.updateMany({
        where: { releaseId, key, dueAt: BigInt(dueAt), epoch },
        data: { leasedBy: null, leasedUntil: null },
      });
    },
    forgetOldCommands: async () => {
      return client.$executeRaw`DELETE FROM command WHERE "expiresAt" < now()`;
    },
  };
}
