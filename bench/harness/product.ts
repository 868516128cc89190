import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../../scripts/build/bundle.mjs";
import { freePort } from "../../scripts/test/free-ports";
import { openSocketWall } from "./connections";
import type { Pinning } from "./pinning";
import type { Wall } from "./screens";
import type { Stand } from "./stand";

export type Product = {
  address: string;
  cookie: string;
  cpuMs: () => Promise<number>;
  get: (path: string) => Promise<string>;
  post: (path: string, body: object, headers?: Record<string, string>) => Promise<unknown>;
  openWall: (count: number, releaseId: string, seq: number) => Promise<Wall>;
  stop: () => Promise<void>;
};

const email = "admin@holdpoint.test";
const password = "harbour lantern at three";
/** What the kernel counts processor time in, on every Linux that Node runs on. */
const ticksPerSecond = 100;

async function untilReady(address: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("The product ended before it was ready.");
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ username: email, password }),
  });
  if (!answer.ok) throw new Error(`The sign-in failed: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Processor time of one process and its threads, as the kernel counts it; NaN where there is no /proc. */
async function readCpuMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000;
}

/** The built product's own server on the servers' core, over the stand's database, with one signed-in person. */
export async function startProduct(stand: Stand, pinning: Pinning): Promise<Product> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), "holdpoint-bench-"));
  const { file, args } = pinning.command(process.execPath, [resolve(root, "dist/server.mjs")]);
  const child = spawn(file, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: address },
      ...{ DATABASE_URL: stand.urls.appUrl, DATABASE_MIGRATION_URL: stand.urls.ownerUrl, HOLDPOINT_DATA_DIR: dataDir },
      ...{ HOLDPOINT_ADMIN_EMAIL: email, HOLDPOINT_ADMIN_PASSWORD: password, HOLDPOINT_SECRET: "bench ".repeat(8) },
      ...{ HOLDPOINT_COMMANDS_PER_MINUTE: "1000000", HOLDPOINT_MAX_SCREENS_EACH: "5000" },
      // Every instance on this database may get to watch B13's night, this one too.
      HOLDPOINT_ALLOW_LOOPBACK_SOURCES: "true",
    },
  });
  let hasEnded = false;
  const ended = new Promise<void>((done) => {
    child.once("exit", () => {
      hasEnded = true;
      done();
    });
  });
  await untilReady(address, () => hasEnded);
  await stand.database.client.user.updateMany({
    where: { email },
    data: { permissions: ["administrator", "planner"] },
  });
  const cookie = await signIn(address);
  return {
    ...client(address, cookie),
    cpuMs: () => readCpuMs(child.pid ?? 0),
    openWall: (count, releaseId, seq) => openSocketWall(count, { port, join: { releaseId, seq }, cookie }),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function client(address: string, cookie: string): Pick<Product, "address" | "cookie" | "get" | "post"> {
  return {
    ...{ address, cookie },
    get: async (path) => {
      const answer = await fetch(`${address}${path}`, { headers: { cookie } });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 200)}`);
      return text;
    },
    post: async (path, body, headers = {}) => {
      const answer = await fetch(`${address}${path}`, {
        method: "POST",
        headers: { cookie, origin: address, "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
  };
}
