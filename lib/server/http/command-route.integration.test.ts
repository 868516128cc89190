import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as commandRoute from "@/app/api/v1/releases/[id]/commands/route";
import * as setup from "@/app/api/v1/setup/route";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import type { Actor } from "@/lib/domain/release/actor";
import { closeServices, services } from "../composition";
import { database as openedDatabase } from "../database";
import { ensureSetupCode } from "../first-administrator";
import { samplePlan } from "../test-stand";
import { answerCommandsFirst } from "./answer-commands";
import { signHeaders } from "./client-address";
import { createRequestGate } from "./request-gate";

const ORIGIN = "http://127.0.0.1:3996";
let database: TestDatabase;
let server: Server;
let cookie = "";
let releaseId = "";
const passedOn: string[] = [];

type Sent = { body?: string; headers?: Record<string, string>; id?: string };
type Entrance = (sent: Sent) => Promise<Response>;

function pathOf(id: string): string {
  return `/api/v1/releases/${id}/commands`;
}

/** As Next calls it. */
const asRoute: Entrance = ({ body = "{}", headers = {}, id = releaseId }) =>
  commandRoute.POST(new Request(`${ORIGIN}${pathOf(id)}`, { method: "POST", headers, body }), {
    params: Promise.resolve({ id }),
  });

/** As it comes in over the net, before Next. */
const overTheNet: Entrance = ({ body = "{}", headers = {}, id = releaseId }) =>
  fetch(`${addressOf(server)}${pathOf(id)}`, { method: "POST", headers, body });

function addressOf(of: Server): string {
  const address = of.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

async function signUp(): Promise<string> {
  const code = new URL((await ensureSetupCode()) ?? "").searchParams.get("code");
  const body = JSON.stringify({ code, name: "张三", username: "zhang.san", password: "mond-faehre-kupfer-9" });
  const headers = { origin: ORIGIN, "content-type": "application/json" };
  const answer = await setup.POST(new Request(`${ORIGIN}/api/v1/setup`, { method: "POST", headers, body }), {
    params: Promise.resolve({}),
  });
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
}

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, {
    ...{ DATABASE_URL: database.appUrl, PUBLIC_URL: ORIGIN, LOG_LEVEL: "silent" },
    ...{ HOLDPOINT_SECRET: "a-secret-of-the-tests-0123456789abcdef", HOLDPOINT_COMMANDS_PER_MINUTE: "6" },
  });
  cookie = await signUp();
  const gate = createRequestGate(
    answerCommandsFirst(async ({ method, url }, response) => {
      passedOn.push(`${method} ${url}`);
      response.end("Next");
    }),
    () => undefined,
  );
  server = createServer((request, response) => {
    signHeaders(request, 0);
    gate.take(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await closeServices();
  await database.drop();
});

async function openRelease(): Promise<string> {
  const actor: Actor = { kind: "person", person: "tests", name: "tests", permissions: ["planner"] };
  const saved = await services().savePlan({ plan: samplePlan(), source: "# plan", actor });
  if (!saved.ok) throw new Error(saved.refusal.because);
  const { planVersionId } = saved.value;
  const created = await services().createRelease({ planVersionId, mode: "rehearsal", speed: 60, actor });
  if (!created.ok) throw new Error(created.refusal.because);
  return created.value.releaseId;
}

describe.each([
  ["Next's route", asRoute],
  ["the server itself", overTheNet],
])("a command that %s answers", (name, enter) => {
  beforeAll(async () => {
    releaseId = await openRelease();
  });

  const key = (what: string) => `${name.replaceAll(/\W/g, "-")}-${what}`;
  const own = (more: Record<string, string> = {}) => ({
    ...{ cookie, origin: ORIGIN, "content-type": "application/json", "idempotency-key": key("some") },
    ...more,
  });
  const note = JSON.stringify({ type: "note.add", text: "数据库备份完成" });
  const without = (header: string) => Object.fromEntries(Object.entries(own()).filter(([named]) => named !== header));

  it("is carried out once for a key, and answered as JSON that nobody keeps", async () => {
    const headers = own({ "idempotency-key": key("the-note") });
    const first = await enter({ body: note, headers });
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
    expect(await first.json()).toEqual({ seq: 2, events: [{ seq: 2, type: "note.added" }] });
    expect(await (await enter({ body: note, headers })).json()).toMatchObject({ seq: 2 });
    const other = await enter({ body: note.replace("完成", "失败"), headers });
    expect([other.status, (await other.json()).because]).toEqual([422, "key-reused"]);
  });

  it.each([
    ["from a foreign page", { origin: "https://evil.example" }, 403, "origin-foreign"],
    ["from another port of this machine", { origin: "http://127.0.0.1:3000" }, 403, "origin-foreign"],
    ["with a forged session", { cookie: "holdpoint_session=forged.AAAA" }, 401, "sign-in-needed"],
    ["with a token that nobody has", { authorization: "Bearer hp_no-such-token-here" }, 401, "sign-in-needed"],
    ["under a key that is too short", { "idempotency-key": "short" }, 422, "key-missing"],
    ["that is no JSON by its type", { "content-type": "text/plain" }, 422, "body-not-json"],
  ])("is refused %s", async (_, header, status, because) => {
    const answer = await enter({ body: note, headers: own(header) });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect([answer.status, (await answer.json()).because]).toEqual([status, because]);
  });

  it.each([
    ["an origin", "origin", 403],
    ["a session", "cookie", 401],
    ["a key", "idempotency-key", 422],
  ])("is refused without %s", async (_, header, status) => {
    expect((await enter({ body: note, headers: without(header) })).status).toBe(status);
  });

  it.each([
    ["longer than 256 KiB", JSON.stringify({ type: "note.add", text: "x".repeat(300_000) }), "body-too-long"],
    ["no JSON", "{", "body-not-json"],
    ["no command", '{"type":"release.explode"}', "unknown-command"],
    ["a command of the system", '{"type":"gate.expire","gate":"gate:1","round":1}', "unknown-command"],
  ])("is refused when its body is %s", async (_, body, because) => {
    const answer = await enter({ body, headers: own({ "accept-language": "zh-CN" }) });
    const problem = await answer.json();
    expect([answer.status, problem.because]).toEqual([422, because]);
    expect(problem.detail).toMatch(/[一-鿿]/);
  });

  it("finds no release under another id, whatever stands in the address", async () => {
    for (const id of ["no-such-release", "%E5%8F%91%E5%B8%83", "%", "a%2Fb"]) {
      expect((await enter({ body: note, headers: own(), id })).status).toBe(404);
    }
  });

  it.each([
    ["was revoked", { expiresAt: new Date(0) }],
    ["has been idle for four hours", { seenAt: new Date(Date.now() - 4 * 3_600_000 - 60_000) }],
  ])("is refused when its session %s, from the next request on", async (_, changed) => {
    const { client } = openedDatabase();
    const [before] = await client.session.findMany();
    await client.session.updateMany({ data: changed });
    const refused = await enter({ body: note, headers: own() });
    const { expiresAt, seenAt } = before ?? { expiresAt: new Date(), seenAt: new Date() };
    await client.session.updateMany({ data: { expiresAt, seenAt } });
    expect(refused.status).toBe(401);
    expect((await enter({ body: note, headers: own({ "idempotency-key": key("again") }) })).status).toBe(200);
  });

  it("is refused when its person may not sign in any more, also with a token", async () => {
    const { client } = openedDatabase();
    await client.user.updateMany({ data: { disabled: true } });
    const refused = await enter({ body: note, headers: own() });
    await client.user.updateMany({ data: { disabled: false } });
    expect(refused.status).toBe(401);
  });
});

describe("the server itself", () => {
  it.each([
    ["GET", "/api/v1/releases/r/commands"],
    ["POST", "/api/v1/releases/r/commands/"],
    ["POST", "/api/v1/releases/r/commands?a=b"],
    ["POST", "/api/v1/releases//commands"],
    ["POST", "/api/v1/releases/r/display-links"],
    ["POST", "/"],
  ])("leaves %s %s to Next", async (method, path) => {
    passedOn.length = 0;
    expect(await (await fetch(`${addressOf(server)}${path}`, { method })).text()).toBe("Next");
    expect(passedOn).toEqual([`${method} ${path}`]);
  });

  it("reads no more of an endless body than it may, and does not take the rest for another request", async () => {
    const headers = { cookie, origin: ORIGIN, "content-type": "application/json", "idempotency-key": "endless-body" };
    const sending = ask(`${addressOf(server)}${pathOf(releaseId)}`, { method: "POST", headers });
    const answered = once(sending, "response");
    sending.write(Buffer.alloc(256 * 1024 + 1, " "));
    const [response] = await answered;
    sending.destroy();
    expect(response.statusCode).toBe(422);
    expect(response.headers.connection).toBe("close");
  });

  it("goes on when somebody hangs up in the middle of a body", async () => {
    const headers = { "content-type": "application/json", "content-length": "1000" };
    const sending = ask(`${addressOf(server)}${pathOf(releaseId)}`, { method: "POST", headers });
    const closed = new Promise((done) => sending.once("close", done));
    sending.on("error", () => undefined);
    sending.write("{", () => sending.destroy());
    await closed;
    expect((await overTheNet({ headers: { origin: ORIGIN } })).status).toBe(401);
  });

  it("counts a person's commands together with those that come through Next, and never those that stop something", async () => {
    const send = (enter: Entrance, key: string, body: string) =>
      enter({ body, headers: { cookie, origin: ORIGIN, "content-type": "application/json", "idempotency-key": key } });
    const note = JSON.stringify({ type: "note.add", text: "one of many" });
    for (let n = 0; n < 60; n += 1) await send(n % 2 === 0 ? asRoute : overTheNet, `one-of-many-${n}`, note);
    for (const enter of [asRoute, overTheNet]) {
      const late = await send(enter, "one-too-many", note);
      expect(late.status).toBe(429);
      expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await send(enter, "a-hold-always-passes", '{"type":"release.hold"}')).status).toBe(409);
    }
  });
});
