import { OUTPUT_CHANNEL, writeOutputNotice } from "@/lib/contracts/job-output";
import type { OutputStore } from "@/lib/ports/runner-store";
import type { Database } from "./database";

type Sized = { size: number };
type Piece = { from: number; data: Uint8Array };

/** Output of jobs in Postgres: pieces by the bytes before them. One runner writes a job's, so pieces do not race. */
export function postgresOutputStore({ client }: Pick<Database, "client">): OutputStore {
  async function sizeOf(releaseId: string, job: string): Promise<number> {
    const [found] = await client.$queryRaw<Sized[]>`SELECT "from" + length(data) AS size FROM job_output
      WHERE "releaseId" = ${releaseId} AND job = ${job} ORDER BY "from" DESC LIMIT 1`;
    return found?.size ?? 0;
  }
  return {
    append: async ({ releaseId, job }, { from, data }) => {
      const have = await sizeOf(releaseId, job);
      const fresh = from > have ? new Uint8Array() : data.subarray(have - from);
      if (fresh.length === 0) return have;
      const written = await client.$queryRaw<{ told: unknown }[]>`WITH own AS (
        INSERT INTO job_output ("releaseId", job, "from", data)
          VALUES (${releaseId}, ${job}, ${have}, ${fresh}) ON CONFLICT DO NOTHING RETURNING "from")
        SELECT pg_notify(${OUTPUT_CHANNEL}, ${writeOutputNotice({ releaseId, job })})::text AS told FROM own`;
      return written.length === 1 ? have + fresh.length : sizeOf(releaseId, job);
    },
    size: ({ releaseId, job }) => sizeOf(releaseId, job),
    read: async ({ releaseId, job }, { from, limit }) => {
      const pieces = await client.$queryRaw<Piece[]>`SELECT "from", data FROM job_output
        WHERE "releaseId" = ${releaseId} AND job = ${job} AND "from" + length(data) > ${from} AND "from" < ${from + limit}
        ORDER BY "from"`;
      const parts = pieces.map((piece) =>
        piece.data.subarray(Math.max(0, from - piece.from), from + limit - piece.from),
      );
      return Buffer.concat(parts);
    },
  };
}
