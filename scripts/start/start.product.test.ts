import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "@/scripts/test/free-ports";
import { startThrowAwayPostgres } from "../test/throw-away-postgres";

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

let dataDir: string;
let port: number;
let runs: Run[];
let squatter: Server | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "holdpoint-start-"));
  await chmod(dataDir, 0o755);
  port = await freePort();
  runs = [];
});

afterEach(async () => {
  for (const { child, ended } of runs) {
    child.kill("SIGTERM");
    await ended;
  }
  squatter?.close();
  squatter = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

function start(extra: Record<string, string> = {}): Run {
  const settings = { DATABASE_URL: "", DATABASE_MIGRATION_URL: "", HOST: "", PUBLIC_URL: "", PORT: String(port) };
  const env = { ...process.env, ...settings, HOLDPOINT_DATA_DIR: dataDir, NODE_OPTIONS: "", ...extra };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  }
  const run: Run = { child, said: () => text, ended: once(child, "exit").then(([code]) => code) };
  runs.push(run);
  return run;
}

async function saidReady(run: Run): Promise<void> {
  await expect.poll(run.said, { timeout: 90_000, interval: 50 }).toMatch(/ready +http/);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect(ready.status).toBe(200);
  // A proxy in front keeps its side for 60 s: the product must not be the first to close.
  expect(Number(/timeout=(\d+)/.exec(ready.headers.get("keep-alive") ?? "")?.[1])).toBeGreaterThan(60);
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
}

test("comes up, refuses a second start beside it, and stops with everything it started", async () => {
  const first = start();
  await saidReady(first);
  expect(first.said()).toMatch(/setup\?code=/);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Holdpoint already runs on ${dataDir}`);
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect((await readdir(dataDir)).filter((name) => name.endsWith(".lock"))).toEqual([]);
  await expect(postmaster()).rejects.toThrow("ENOENT");
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
});

test("after it was killed, the next start takes over its database and its port, and stops both when its terminal is closed", async () => {
  const killed = start();
  await saidReady(killed);
  const before = await postmaster();
  killed.child.kill("SIGKILL");
  await killed.ended;
  const next = start();
  await saidReady(next);
  expect(next.said()).toContain("taken over");
  expect(await postmaster()).toBe(before);
  // Nobody reads any more what it says.
  next.child.stdout?.destroy();
  next.child.stderr?.destroy();
  next.child.kill("SIGHUP");
  expect(await next.ended).toBe(0);
  await expect(postmaster()).rejects.toThrow("ENOENT");
});

test("a database that stopped answering after a kill is started anew", async () => {
  const killed = start();
  await saidReady(killed);
  const before = await postmaster();
  killed.child.kill("SIGKILL");
  process.kill(before, "SIGSTOP");
  await killed.ended;
  const next = start();
  await saidReady(next);
  expect(next.said()).toContain("did not answer any more");
  expect(await postmaster()).not.toBe(before);
});

test.each(["scripts/start.mjs", "scripts/test.mjs", "scripts/lab.mjs"])(
  "%s of a Node that is too old is one sentence",
  async (script) => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", pretend, script], { encoding: "utf8" });
    expect(`${stdout}${stderr}`).toBe("Holdpoint needs Node 20.19 or newer; this is Node 18.20.8.\n");
    expect(status).toBe(1);
  },
);

test("a migration that fails is one sentence, and nothing was started", async () => {
  const postgres = await startThrowAwayPostgres();
  const url = postgres.server.adminUrl("postgres");
  const inTheWay = new pg.Client({ connectionString: url });
  await inTheWay.connect();
  try {
    await inTheWay.query("CREATE TABLE release (nobody text)");
    const refused = start({ DATABASE_URL: url });
    expect(await refused.ended).toBe(1);
    expect(refused.said().trim().split("\n").at(-1)).toMatch(/^The database could not be migrated: \d+\S+ failed \(/);
    expect(refused.said()).not.toMatch(/ready|setup\?code/);
    // Nothing of it was left half done: with the way clear, the same start comes up.
    await inTheWay.query("DROP TABLE release");
    const next = start({ DATABASE_URL: url });
    await saidReady(next);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
  } finally {
    await inTheWay.end();
    await postgres.remove();
  }
});

test("a taken port is one sentence, and nothing was started", async () => {
  squatter = createServer().listen(port, "127.0.0.1");
  await once(squatter, "listening");
  const refused = start();
  expect(await refused.ended).toBe(1);
  expect(refused.said().trim()).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`,
  );
  expect(await readdir(dataDir)).toEqual([]);
});

test("a database that cannot be reached is one sentence without its password", async () => {
  const nobody = await freePort();
  const refused = start({ DATABASE_URL: `postgresql://app:s3cret@127.0.0.1:${nobody}/holdpoint` });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain("cannot be used (nothing listens there)");
  expect(refused.said()).not.toContain("s3cret");
});

test("told to stop in the middle of coming up, it leaves nothing running", async () => {
  const run = start();
  await expect.poll(run.said, { timeout: 60_000, interval: 10 }).toContain("built-in Postgres");
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  await expect(postmaster()).rejects.toThrow("ENOENT");
});
