import { RunnerHello } from "@/lib/contracts/runner";
import type { RunnerRecord, RunnerStore, SilentJob } from "@/lib/ports/runner-store";
import type { Database } from "./database";
import { Prisma, type Runner } from "./generated/client";

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

function toRecord({ id, name, mode, environment, labels, hello, createdAt, lastSeenAt }: Runner): RunnerRecord {
  const said = RunnerHello.safeParse(hello);
  return {
    ...{ id, name, mode, environment, labels },
    hello: said.success ? said.data : null,
    createdAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt?.getTime() ?? null,
  };
}

type Leases = Pick<RunnerStore, "offer" | "claim" | "renew" | "letGo" | "listSilent">;

/** Who may do which job, and until when. */
function leasesIn(client: Database["client"]): Leases {
  return {
    offer: async ({ releaseId, job, runnerId, instance, takeKey, leaseMs }) => {
      const count =
        await client.$executeRaw`INSERT INTO job_lease ("releaseId", job, "runnerId", instance, "takeKey", until)
        VALUES (${releaseId}, ${job}, ${runnerId}, ${instance}, ${takeKey}, now() + ${leaseMs} * interval '1 millisecond')
        ON CONFLICT ("releaseId", job) DO UPDATE SET "runnerId" = excluded."runnerId", instance = excluded.instance,
          "takeKey" = excluded."takeKey", until = excluded.until
        WHERE job_lease.until < now()
          OR (job_lease."takeKey" = excluded."takeKey" AND job_lease."runnerId" = excluded."runnerId")`;
      return count > 0;
    },
    claim: async ({ releaseId, job, runnerId, instance, leaseMs }) => {
      const count =
        await client.$executeRaw`INSERT INTO job_lease ("releaseId", job, "runnerId", instance, "takeKey", until)
        VALUES (${releaseId}, ${job}, ${runnerId}, ${instance}, '', now() + ${leaseMs} * interval '1 millisecond')
        ON CONFLICT ("releaseId", job) DO UPDATE SET "runnerId" = excluded."runnerId", instance = excluded.instance,
          until = excluded.until
        WHERE job_lease.until < now() OR job_lease."runnerId" = excluded."runnerId"`;
      return count > 0;
    },
    renew: async ({ releaseId, job, runnerId, leaseMs }) => {
      await client.$executeRaw`UPDATE job_lease SET until = now() + ${leaseMs} * interval '1 millisecond'
        WHERE "releaseId" = ${releaseId} AND job = ${job} AND "runnerId" = ${runnerId}`;
    },
    letGo: async ({ releaseId, job }) => {
      await client.jobLease.deleteMany({ where: { releaseId, job } });
    },
    listSilent: () =>
      client.$queryRaw<SilentJob[]>`SELECT "releaseId", job, runner.name AS runner FROM job_lease
        JOIN runner ON runner.id = job_lease."runnerId" WHERE until < now()`,
  };
}

/** Runners and their leases in Postgres. */
export function postgresRunnerStore({ client }: Pick<Database, "client">): RunnerStore {
  return {
    add: async (runner) => {
      try {
        await client.runner.create({ data: runner });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    list: async () => {
      const rows = await client.runner.findMany({ where: { revokedAt: null }, orderBy: { name: "asc" } });
      return rows.map(toRecord);
    },
    revoke: async (id) => {
      // The name is free again; the row stays for what it has done.
      const { count } = await client.$executeRaw`UPDATE runner SET "revokedAt" = now(), name = name || ' ' || id
        WHERE id = ${id} AND "revokedAt" IS NULL`.then((count) => ({ count }));
      return count > 0;
    },
    use: async (hash) => {
      const rows = await client.runner.findMany({ where: { hash, revokedAt: null } });
      const [row] = rows;
      if (row === undefined) return null;
      await client.$executeRaw`UPDATE runner SET "lastSeenAt" = now() WHERE id = ${row.id}`;
      return toRecord(row);
    },
    greet: async (id, hello) => {
      await client.runner.update({ where: { id }, data: { hello } });
    },
    ...leasesIn(client),
  };
}
