import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { EXCHANGE_MAX_BYTES } from "@/lib/contracts/plans";
import { freePorts } from "@/scripts/test/free-ports";

const administrator = { email: "admin@holdpoint.test", password: "harbour lantern at three" };

const hasNginx = spawnSync("nginx", ["-v"]).error === undefined;
// Where it may, `npm test` installs nginx. A person's machine may do without; CI may not.
if (!hasNginx) process.stderr.write("nginx is not installed: the documented reverse proxy is not tested here.\n");
const isTested = hasNginx || process.env["CI"] !== undefined;

let folder: string;
let product: ChildProcess;
let nginx: ChildProcess;
let front: string;

/** The snippet of the README as it stands, with two ports and a folder of the test's own. */
async function nginxConfiguration(back: number, port: number): Promise<string> {
  const snippet = await readFile("docs/nginx/holdpoint.conf", "utf8");
  const own = snippet.replace("127.0.0.1:3000", `127.0.0.1:${back}`).replace("listen 80;", `listen 127.0.0.1:${port};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  );
  return `daemon off; pid ${folder}/nginx.pid; error_log stderr warn; events {} http { access_log off; ${temporary.join(" ")} ${own} }`;
}

describe.runIf(isTested)("behind the documented nginx", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "holdpoint-nginx-"));
    await chmod(folder, 0o755);
    const [back = 0, port = 0] = await freePorts(2);
    front = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      NODE_OPTIONS: "",
      DATABASE_URL: "",
      DATABASE_MIGRATION_URL: "",
      HOST: "",
      PORT: String(back),
      PUBLIC_URL: front,
      HOLDPOINT_TRUSTED_PROXIES: "1",
      HOLDPOINT_DATA_DIR: join(folder, "data"),
      HOLDPOINT_ADMIN_EMAIL: administrator.email,
      HOLDPOINT_ADMIN_PASSWORD: administrator.password,
    };
    product = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    product.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await vi.waitFor(() => expect(said).toMatch(/ready +http/), { timeout: 90_000, interval: 50 });
    await writeFile(join(folder, "nginx.conf"), await nginxConfiguration(back, port));
    nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    await vi.waitFor(async () => expect((await fetch(`${front}/readyz`)).status).toBe(200), { timeout: 10_000 });
  }, 120_000);

  afterAll(async () => {
    for (const child of [nginx, product]) {
      if (child === undefined || child.exitCode !== null) continue;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function signIn(): Promise<string> {
    const answer = await fetch(`${front}/api/v1/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: front },
      body: JSON.stringify({ username: administrator.email, password: administrator.password }),
    });
    expect(answer.status).toBe(200);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  test("people sign in and the live channel is a websocket", async () => {
    const cookie = await signIn();
    const socket = io(front, {
      transports: ["websocket"],
      extraHeaders: { cookie, origin: front },
      reconnection: false,
    });
    const beat = await new Promise<{ database: string }>((done, failed) => {
      socket.once("heartbeat", done);
      socket.once("connect_error", failed);
    });
    expect(beat.database).toBe("up");
    expect(socket.io.engine.transport.name).toBe("websocket");
    socket.disconnect();
  });

  test("a plan as large as the server takes as data comes through", async () => {
    const headers = { "content-type": "application/json", cookie: await signIn(), origin: front };
    const body = JSON.stringify({ none: "x".repeat(EXCHANGE_MAX_BYTES - 100) });
    const answer = await fetch(`${front}/api/v1/plans/import?dryRun=true`, { method: "POST", headers, body });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ plan: null });
  });

  test("a page of another origin still opens no live channel", async () => {
    const cookie = await signIn();
    const foreign = { cookie, origin: "http://elsewhere.example" };
    const socket = io(front, { transports: ["websocket"], extraHeaders: foreign, reconnection: false });
    const outcome = await new Promise<string>((done) => {
      socket.once("connect", () => done("connected"));
      socket.once("connect_error", () => done("refused"));
    });
    socket.disconnect();
    expect(outcome).toBe("refused");
  });
});
