import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BootOptions, bootEmbeddedPostgres, type EmbeddedPostgres } from "./boot";
import { findPostmaster } from "./postmaster-file";
import { findCommandLine, isAlive } from "./process-identity";
import { isPostgresOn } from "./stale-lock";

let home: string;
let options: BootOptions;
let running: EmbeddedPostgres[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "holdpoint-boot-"));
  await chmod(home, 0o755);
  options = { folder: join(home, "postgres"), passwordFile: join(home, "password"), settings: { fsync: "off" } };
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  await rm(home, { recursive: true, force: true });
});

async function boot(): Promise<EmbeddedPostgres> {
  const server = await bootEmbeddedPostgres(options);
  running.push(server);
  return server;
}

async function pid(): Promise<number | undefined> {
  return (await findPostmaster(options.folder))?.pid;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.adminUrl("postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a new folder gets a UTF-8 database that only this machine reaches, behind a password that only its owner reads", async () => {
  const server = await boot();
  expect(server.kind).toBe("created");
  expect(server.port).toBeLessThan(32_768);
  expect(await ask(server, "SHOW server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
  expect(await ask(server, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect((await stat(options.passwordFile)).mode & 0o777).toBe(0o600);
  const stranger = new pg.Client({ connectionString: server.adminUrl("postgres").replace(/:[^:@]+@/, ":wrong@") });
  await expect(stranger.connect()).rejects.toThrow("password authentication failed");
});

test("a server that outlived its parent is taken over with what it holds", async () => {
  const first = await boot();
  await ask(first, "CREATE TABLE kept (id int)");
  const before = await pid();
  const second = await boot(); // nobody told the first one to stop
  expect(second.kind).toBe("adopted");
  expect(await pid()).toBe(before);
  expect(await ask(second, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 0 }]);
});

test("a server that does not answer is replaced", async () => {
  await boot();
  const before = (await pid()) ?? 0;
  process.kill(before, "SIGSTOP");
  const second = await boot();
  expect(second.kind).toBe("replaced");
  expect(isPostgresOn(options.folder, await findCommandLine(before))).toBe(false);
});

test("a server that was killed leaves a lock that keeps nobody out", async () => {
  await boot();
  const before = (await pid()) ?? 0;
  process.kill(before, "SIGKILL");
  await expect.poll(() => findCommandLine(before)).toSatisfy((line?: string) => !isPostgresOn(options.folder, line));
  expect((await boot()).kind).toBe("started");
});

test("a lock whose number now belongs to a stranger is not taken for a running server", async () => {
  const first = await boot();
  await first.stop();
  const stranger = spawn("sleep", ["60"]);
  const lock = [stranger.pid, options.folder, 1_700_000_000, first.port, "", "127.0.0.1", "1 1", "ready"].join("\n");
  await writeFile(join(options.folder, "postmaster.pid"), `${lock}\n`);
  expect((await boot()).kind).toBe("started");
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
  stranger.kill();
  await once(stranger, "exit");
});

test("the port of last time is taken again, and the next one when a stranger sits there", async () => {
  const first = await boot();
  await first.stop();
  const again = await boot();
  expect(again.port).toBe(first.port);
  await again.stop();
  const stranger = createServer().listen(first.port, "127.0.0.1");
  await once(stranger, "listening");
  expect((await boot()).port).toBeGreaterThan(first.port);
  stranger.close();
});

test("of an interrupted making nothing is left that looks like a database", async () => {
  await expect(bootEmbeddedPostgres({ ...options, settings: { max_connections: "none" } })).rejects.toThrow();
  await expect(stat(options.folder)).rejects.toThrow("ENOENT");
  expect((await boot()).kind).toBe("created");
});

test("stopping ends the server and may be repeated", async () => {
  const server = await boot();
  const before = (await pid()) ?? 0;
  await server.stop();
  await server.stop();
  expect(isPostgresOn(options.folder, await findCommandLine(before))).toBe(false);
});
