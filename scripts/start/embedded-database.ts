import { createHash } from "node:crypto";
import { chmod, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type BootKind, bootEmbeddedPostgres, type EmbeddedPostgres } from "@/lib/adapters/embedded-postgres/boot";
import { isEnterable } from "@/lib/adapters/embedded-postgres/enterable";
import { isInitialised } from "@/lib/adapters/embedded-postgres/initialise";
import { appRole, ensureDatabase, ensureRoles, ownerRole } from "@/lib/adapters/embedded-postgres/roles";
import { keepSecret } from "@/lib/adapters/embedded-postgres/secret-file";
import { formatDuration, say } from "./progress";

export type Database = { appUrl: string; ownerUrl: string; stop: () => Promise<void> };

const verbs: Record<BootKind, string> = {
  created: "made and started",
  started: "started",
  adopted: "was still running after the last end, taken over",
  replaced: "did not answer any more, restarted",
};

/** Where root keeps the database of a data folder that Postgres' own account may not enter. */
export function systemFolder(dataDir: string): string {
  const mark = createHash("sha256").update(dataDir).digest("hex").slice(0, 8);
  return join("/var/lib/holdpoint", `${basename(dirname(dataDir))}-${mark}`);
}

async function databaseFolder(dataDir: string): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) return join(dataDir, "postgres");
  if (await isEnterable(dirname(dataDir))) {
    const { mode } = await stat(dataDir);
    await chmod(dataDir, mode | 0o011); // others may pass through, not look around
    return join(dataDir, "postgres");
  }
  const folder = systemFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  say("database", `kept in ${folder}, because other accounts may not enter ${dataDir}`);
  return join(folder, "postgres");
}

async function boot(dataDir: string): Promise<EmbeddedPostgres> {
  return bootEmbeddedPostgres({
    folder: await databaseFolder(dataDir),
    passwordFile: join(dataDir, "secrets", "database-admin"),
  });
}

function urlFor(port: number, role: string, password: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/holdpoint`;
}

/** Brings up the built-in Postgres with its two roles and the product's database. */
export async function startEmbeddedDatabase(dataDir: string): Promise<Database> {
  const started = performance.now();
  const secret = (name: string) => keepSecret(join(dataDir, "secrets", name));
  const server = await boot(dataDir);
  try {
    const passwords = { owner: await secret("database-owner"), app: await secret("database-application") };
    await ensureRoles(server.adminUrl("postgres"), passwords);
    await ensureDatabase(server.adminUrl("postgres"), "holdpoint");
    const took = formatDuration(performance.now() - started);
    say("database", `built-in Postgres on 127.0.0.1:${server.port} ${verbs[server.kind]} (${took})`);
    return {
      appUrl: urlFor(server.port, appRole, passwords.app),
      ownerUrl: urlFor(server.port, ownerRole, passwords.owner),
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Opens the database of a data folder for a look: the running product's, or one started for the moment. */
export async function openForInspection(dataDir: string): Promise<{ url: string; close: () => Promise<void> }> {
  if (!(await isInitialised(await databaseFolder(dataDir)))) {
    throw new Error(`There is no database in ${dataDir} yet: npm start makes it.`);
  }
  const server = await boot(dataDir);
  const password = await keepSecret(join(dataDir, "secrets", "database-application"));
  // A database that was running belongs to whoever started it.
  const close = server.kind === "adopted" ? async () => undefined : server.stop;
  return { url: urlFor(server.port, appRole, password), close };
}
