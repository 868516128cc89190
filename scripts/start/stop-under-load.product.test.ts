import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const administrator = { email: "admin@holdpoint.test", password: "harbour lantern at three" };
const callers = 8;

let folder: string;
let address: string;
let product: ChildProcess;
let cookie: string;

async function start(): Promise<void> {
  const port = new URL(address).port;
  const env = {
    ...process.env,
    ...{ NODE_OPTIONS: "", DATABASE_URL: "", DATABASE_MIGRATION_URL: "", HOST: "", PUBLIC_URL: "", PORT: port },
    ...{ HOLDPOINT_DATA_DIR: folder, HOLDPOINT_COMMANDS_PER_MINUTE: "100000" },
    ...{ HOLDPOINT_ADMIN_EMAIL: administrator.email, HOLDPOINT_ADMIN_PASSWORD: administrator.password },
  };
  product = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  product.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await vi.waitFor(() => expect(said).toMatch(/ready +http/), { timeout: 90_000, interval: 50 });
}

async function stop(): Promise<number | null> {
  const ended = once(product, "exit");
  product.kill("SIGTERM");
  const [code] = await ended;
  return code;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/markdown" : "application/json";
  const all = { "content-type": type, origin: address, cookie, ...headers };
  return fetch(`${address}/api/v1/${path}`, { method: "POST", headers: all, body: text });
}

async function signIn(): Promise<string> {
  const answer = await post("sign-in", { username: administrator.email, password: administrator.password });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

async function openRehearsal(): Promise<string> {
  const plan = await readFile("prisma/sample/scm-v1.0.0-mvp.zh-CN.md", "utf8");
  const { planVersionId } = await (await post("plans/import", plan)).json();
  const { releaseId } = await (await post("releases", { planVersionId, mode: "rehearsal", speed: 1 })).json();
  return releaseId;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdpoint-stop-"));
  await chmod(folder, 0o755);
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const found = probe.address();
  probe.close();
  address = `http://127.0.0.1:${typeof found === "object" && found !== null ? found.port : 0}`;
  cookie = "";
  await start();
  cookie = await signIn();
});

afterAll(async () => {
  if (product.exitCode === null) await stop();
  await rm(folder, { recursive: true, force: true });
});

test("told to stop under load it answers what runs, refuses what is new, ends in order, and every answer stands in the log", async () => {
  const releaseId = await openRehearsal();
  const acked: string[] = [];
  const others = new Set<number | "nobody there">();
  let isOver = false;
  const call = async (caller: number) => {
    for (let n = 1; !isOver; n += 1) {
      const text = `${caller}.${n}`;
      const key = { "idempotency-key": randomUUID() };
      const status = await post(`releases/${releaseId}/commands`, { type: "note.add", text }, key).then(
        async (answer) => answer.text().then(() => answer.status),
        () => "nobody there" as const,
      );
      if (status === 200) acked.push(text);
      else others.add(status);
      if (status === "nobody there") return;
    }
  };
  const calling = Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  await vi.waitFor(() => expect(acked.length).toBeGreaterThan(50), { timeout: 60_000, interval: 10 });
  const toldAt = performance.now();
  expect(await stop()).toBe(0);
  expect(performance.now() - toldAt).toBeLessThan(10_000);
  isOver = true;
  await calling;
  expect([...others].filter((status) => status !== 503 && status !== "nobody there")).toEqual([]);

  await start();
  cookie = await signIn();
  const noted: string[] = [];
  for (let after = 0, more = true; more; ) {
    const path = `${address}/api/v1/releases/${releaseId}/events?after=${after}&limit=500`;
    const { events } = await (await fetch(path, { headers: { cookie } })).json();
    for (const { seq, type, payload } of events) {
      after = seq;
      if (type === "note.added") noted.push(payload.text);
    }
    more = events.length === 500;
  }
  expect(new Set(noted).size).toBe(noted.length);
  expect(acked.filter((text) => !noted.includes(text))).toEqual([]);
});
