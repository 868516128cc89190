import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { locateBinaries } from "./binaries";
import { type Cluster, startServer, stopServer } from "./cluster-control";
import { findDatabasePort } from "./database-port";
import { initialise, isInitialised } from "./initialise";
import { findPostmaster, type Postmaster } from "./postmaster-file";
import { keepSecret } from "./secret-file";
import { serverAccount } from "./server-account";
import { removeStaleLock } from "./stale-lock";

/** How the server came up: `adopted` means a predecessor was killed and its Postgres still ran. */
export type BootKind = "created" | "started" | "adopted" | "replaced";

export type EmbeddedPostgres = {
  kind: BootKind;
  port: number;
  folder: string;
  /** The superuser's URL, without a database's name at the end of its path. */
  adminUrl: (database: string) => string;
  stop: () => Promise<void>;
};

export type BootOptions = {
  /** Postgres' own folder; everything above it must be enterable by its account. */
  folder: string;
  /** The file with the superuser's password, made when missing. */
  passwordFile: string;
  /** Server settings for a new database, such as `fsync=off` for one that is thrown away. */
  settings?: Record<string, string>;
};

/** Brings up the Postgres of a folder: a new one, the one that lies there, or the one that still runs there. */
export async function bootEmbeddedPostgres({ folder, passwordFile, settings }: BootOptions): Promise<EmbeddedPostgres> {
  const account = await serverAccount();
  const binaries = await locateBinaries(dirname(folder), account !== undefined);
  const cluster: Cluster = { folder, binaries, account };
  const password = await keepSecret(passwordFile);
  const found = await settleEarlier(cluster, password);
  if (found.running !== undefined) return handle(cluster, { kind: "adopted", port: found.running.port, password });
  const fresh = !(await isInitialised(folder));
  if (fresh) await initialise(cluster, password, settings ?? {});
  const port = await startOnFreePort(cluster);
  const kind = fresh ? "created" : found.replaced ? "replaced" : "started";
  return handle(cluster, { kind, port, password });
}

type Earlier = { running: Postmaster | undefined; replaced: boolean };

/** What an earlier run left behind: a server that answers is kept, one that does not is stopped. */
async function settleEarlier(cluster: Cluster, password: string): Promise<Earlier> {
  if (await removeStaleLock(cluster.folder)) return { running: undefined, replaced: false };
  const running = await findPostmaster(cluster.folder);
  if (running === undefined) return { running, replaced: false };
  if (await answers(adminUrl(running.port, password, "postgres"))) return { running, replaced: false };
  await stopServer(cluster);
  return { running: undefined, replaced: true };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on("error", () => undefined); // a server that dies meanwhile is no fault of ours: the query below says so
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function portFile(folder: string): string {
  return join(folder, "holdpoint-port");
}

async function startOnFreePort(cluster: Cluster): Promise<number> {
  const remembered = Number(await readFile(portFile(cluster.folder), "utf8").catch(() => "0"));
  const tried = new Set<number>();
  for (;;) {
    const port = await findDatabasePort(remembered, tried);
    if ((await startServer(cluster, port)) === "started") {
      await writeFile(portFile(cluster.folder), `${port}\n`);
      return port;
    }
    tried.add(port);
  }
}

function adminUrl(port: number, password: string, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

function handle(cluster: Cluster, run: { kind: BootKind; port: number; password: string }): EmbeddedPostgres {
  return {
    kind: run.kind,
    port: run.port,
    folder: cluster.folder,
    adminUrl: (database) => adminUrl(run.port, run.password, database),
    stop: () => stopServer(cluster),
  };
}
