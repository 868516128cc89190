import type { SourceStore } from "@/lib/ports/source-store";
import type { Database } from "./database";
import { Prisma } from "./generated/client";

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Metric sources in Postgres. */
export function postgresSourceStore({ client }: Pick<Database, "client">): SourceStore {
  return {
    list: () => client.metricSource.findMany({ orderBy: [{ place: "asc" }, { id: "asc" }] }),
    find: (id) => client.metricSource.findUnique({ where: { id } }),
    put: async ({ id, createdBy, ...fields }) => {
      try {
        const { _max } = await client.metricSource.aggregate({ _max: { place: true } });
        const create = { id, createdBy, ...fields, place: (_max.place ?? 0) + 1 };
        await client.metricSource.upsert({ where: { id }, create, update: fields });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    remove: async (id) => (await client.metricSource.deleteMany({ where: { id } })).count > 0,
    makeDefault: async (id) => {
      const { _min } = await client.metricSource.aggregate({ _min: { place: true } });
      const { count } = await client.metricSource.updateMany({ where: { id }, data: { place: (_min.place ?? 1) - 1 } });
      return count > 0;
    },
  };
}
