import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Log } from "@/lib/ports/log";
import type { Lane } from "@/lib/ports/release-store";
import { PrismaClient } from "./generated/client";

export type Database = {
  client: PrismaClient;
  /** Connections that only commands which stop something may use. */
  stopping: PrismaClient;
  /** The pools under both, for the few statements that every click waits for (docs/decisions/0013). */
  pools: Record<Lane, pg.Pool>;
  close: () => Promise<void>;
};

export type DatabaseOptions = { url: string; log: Log; connections?: number; stoppingConnections?: number };

/** Statements that begin with this are prepared once a connection under the name that follows. */
const named = /^\/\* ([a-z-]+) \*\//;

const limits = {
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  // Nobody waits for a lock, and no forgotten transaction holds one, longer than a person waits for an answer.
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 5_000,
  statement_timeout: 15_000,
};

/** The statement's own name for hot statements; the others are not kept by the connection. */
function statementName(sql: string): string {
  return named.exec(sql)?.[1] ?? "";
}

/** The two pools of one process over one database, each with Prisma on top. */
export function openDatabase({ url, log, connections = 8, stoppingConnections = 3 }: DatabaseOptions): Database {
  const pools = { ordinary: openPool(connections, "ordinary"), stopping: openPool(stoppingConnections, "stopping") };

  function openPool(max: number, lane: Lane): pg.Pool {
    const pool = new pg.Pool({ connectionString: url, max, application_name: `holdpoint ${lane}`, ...limits });
    // Without a listener a connection that dies while idle would end the process, and so would one whose last words come
    // after its holder has given it back broken: the pool no longer listens to that one.
    pool.on("error", (error) => log.warn({ lane, error: error.message }, "A database connection was lost."));
    pool.on("connect", (connection) => connection.on("error", () => undefined));
    return pool;
  }

  function openClient(pool: pg.Pool): PrismaClient {
    return new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
      errorFormat: "minimal",
    });
  }

  const client = openClient(pools.ordinary);
  const stopping = openClient(pools.stopping);
  return {
    client,
    stopping,
    pools,
    close: async () => {
      await Promise.all([client.$disconnect(), stopping.$disconnect()]);
      await Promise.all([pools.ordinary.end(), pools.stopping.end()]);
    },
  };
}
