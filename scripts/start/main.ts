// npm start, once the packages are there: build, database, migrations, server; and all of it back when told to stop.
import { join, resolve } from "node:path";
import { grantToApplication } from "@/lib/adapters/embedded-postgres/roles";
import { keepSecret } from "@/lib/adapters/embedded-postgres/secret-file";
import { buildProduct, generateClient, needsBuild } from "../build/build-product";
import { endBundler, root } from "../build/bundle.mjs";
import { bundleServer } from "../build/server-entries";
import { deployMigrations } from "../prisma/deploy-migrations";
import { refuseUnusablePort } from "./check-port";
import { type Database, startEmbeddedDatabase } from "./embedded-database";
import { endOrphan } from "./end-orphan";
import { takeDataFolder } from "./instance-lock";
import { openOwnDatabase } from "./own-database";
import { formatDuration, say, sayWhile } from "./progress";
import { startServerProcess, waitUntilReady } from "./server-process";
import { reachableHost, readSettings, type Settings } from "./settings";

const isDevelopment = process.argv.includes("--dev");
const stopping = new AbortController();
/** What to undo at the end, the newest first. */
const undo: (() => Promise<void>)[] = [];

async function prepareBuild(): Promise<void> {
  if (await generateClient()) say("database", "client generated");
  if (isDevelopment) return bundleServer();
  if (!(await needsBuild())) return say("build", "up to date");
  await sayWhile("build", { doing: "building the pages and the server", done: "built" }, () =>
    buildProduct(stopping.signal),
  );
}

async function openDatabase({ dataDir, databaseUrl, migrationUrl }: Settings): Promise<Database> {
  const database =
    databaseUrl === undefined
      ? await startEmbeddedDatabase(dataDir)
      : await openOwnDatabase(databaseUrl, migrationUrl ?? databaseUrl);
  undo.push(database.stop);
  return database;
}

async function migrate({ appUrl, ownerUrl }: Database): Promise<void> {
  const started = performance.now();
  const count = await deployMigrations(ownerUrl);
  if (appUrl !== ownerUrl) await grantToApplication(ownerUrl, decodeURIComponent(new URL(appUrl).username));
  if (count > 0) say("migrations", `${count} applied (${formatDuration(performance.now() - started)})`);
}

async function serverEnvironment(settings: Settings, database: Database): Promise<Record<string, string>> {
  const secret =
    process.env["HOLDPOINT_SECRET"] ?? (await keepSecret(join(settings.dataDir, "secrets", "application")));
  return {
    NODE_ENV: isDevelopment ? "development" : "production",
    DATABASE_URL: database.appUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    HOLDPOINT_DATA_DIR: settings.dataDir,
    HOLDPOINT_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Brings everything up and returns when it has ended or is to end. */
async function run(): Promise<void> {
  const settings = readSettings(process.env, root);
  const lock = await takeDataFolder(settings.dataDir, settings.publicUrl);
  undo.push(lock.release);
  if (lock.orphan !== undefined) await endOrphan(lock.orphan);
  await refuseUnusablePort(settings.port, settings.host);
  await prepareBuild();
  if (stopping.signal.aborted) return;
  const database = await openDatabase(settings);
  await migrate(database);
  await endBundler();
  if (stopping.signal.aborted) return;
  const server = startServerProcess(resolve(root, "dist/server.mjs"), await serverEnvironment(settings, database));
  undo.push(server.stop);
  await lock.noteServer(server.pid);
  const told = new Promise<void>((done) => stopping.signal.addEventListener("abort", () => done(), { once: true }));
  const address = `http://${reachableHost(settings.host)}:${settings.port}`;
  const ready = await Promise.race([waitUntilReady(address, server), told]);
  if (ready === true) say("ready", `${settings.publicUrl}   (${formatDuration(performance.now())})`);
  const code = await Promise.race([server.ended, told]);
  if (code !== undefined) throw new Error(`The server ended by itself (exit ${code}): its last words stand above.`);
}

// A terminal that was closed takes no words any more: no reason to leave the database and the server behind.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) process.stdout.write("\n  stopping …\n");
    stopping.abort();
  });
}

let exitCode = 0;
try {
  await run();
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    exitCode = 1;
  }
}
for (const step of undo.reverse()) {
  await step().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exitCode = 1;
  });
}
if (stopping.signal.aborted && exitCode === 0) say("stopped", "cleanly");
process.exit(exitCode);
