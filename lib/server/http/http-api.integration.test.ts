import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as auth from "@/app/api/auth/[...all]/route";
import * as unknownPath from "@/app/api/v1/[...unknown]/route";
import * as openDisplay from "@/app/api/v1/displays/open/route";
import * as accept from "@/app/api/v1/invites/accept/route";
import * as invites from "@/app/api/v1/invites/route";
import * as openapi from "@/app/api/v1/openapi.json/route";
import * as passwordRoute from "@/app/api/v1/password/route";
import * as peopleRoute from "@/app/api/v1/people/route";
import * as plan from "@/app/api/v1/plans/[id]/route";
import * as drafts from "@/app/api/v1/plans/drafts/route";
import * as planImport from "@/app/api/v1/plans/import/route";
import * as plans from "@/app/api/v1/plans/route";
import * as acceptances from "@/app/api/v1/plans/versions/[id]/acceptances/route";
import * as approvals from "@/app/api/v1/plans/versions/[id]/approvals/route";
import * as commands from "@/app/api/v1/releases/[id]/commands/route";
import * as displayLink from "@/app/api/v1/releases/[id]/display-links/[linkId]/route";
import * as displayLinks from "@/app/api/v1/releases/[id]/display-links/route";
import * as events from "@/app/api/v1/releases/[id]/events/route";
import * as release from "@/app/api/v1/releases/[id]/route";
import * as samples from "@/app/api/v1/releases/[id]/samples/route";
import * as releases from "@/app/api/v1/releases/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as setup from "@/app/api/v1/setup/route";
import * as tokens from "@/app/api/v1/tokens/route";
import * as metrics from "@/app/metrics/route";
import * as readyz from "@/app/readyz/route";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import type { Actor } from "@/lib/domain/release/actor";
import { closeServices, services } from "../composition";
import { ensureSetupCode } from "../first-administrator";
import { people } from "../people-composition";
import { samplePlan } from "../test-stand";
import type { Endpoint } from "./endpoint";

const ORIGIN = "http://127.0.0.1:3998";
const password = "mond-faehre-kupfer-9";
let database: TestDatabase;
let cookie = "";

beforeAll(async () => {
  database = await createTestDatabase();
  process.env["DATABASE_URL"] = database.appUrl;
  process.env["HOLDPOINT_SECRET"] = "a-secret-of-the-tests-0123456789abcdef";
  process.env["PUBLIC_URL"] = ORIGIN;
  process.env["LOG_LEVEL"] = "silent";
  process.env["HOLDPOINT_COMMANDS_PER_MINUTE"] = "15";
});

afterAll(async () => {
  await closeServices();
  await database.drop();
});

type Ask = {
  method?: string;
  path?: string;
  params?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  body?: unknown;
  text?: string;
};

function ask(endpoint: Endpoint, { method = "GET", path = "/", params = {}, headers = {}, body, text }: Ask = {}) {
  const sent = text ?? (body === undefined ? null : JSON.stringify(body));
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const request = new Request(`${ORIGIN}${path}`, { method, body: sent, headers: { ...type, ...headers } });
  return endpoint(request, { params: Promise.resolve(params) });
}

const own = () => ({ origin: ORIGIN, cookie });
const post = (endpoint: Endpoint, body: unknown, more: Ask = {}) =>
  ask(endpoint, { method: "POST", body, ...more, headers: { ...own(), ...more.headers } });

function keepCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
}

const PERSON_ROUTES: [string, Endpoint, string][] = [
  ["invites", invites.GET, "GET"],
  ["invites", invites.POST, "POST"],
  ["people", peopleRoute.GET, "GET"],
  ["password", passwordRoute.POST, "POST"],
  ["plans", plans.GET, "GET"],
  ["plan", plan.GET, "GET"],
  ["import", planImport.POST, "POST"],
  ["approvals", approvals.POST, "POST"],
  ["acceptances", acceptances.POST, "POST"],
  ["drafts", drafts.POST, "POST"],
  ["releases", releases.GET, "GET"],
  ["releases", releases.POST, "POST"],
  ["release", release.GET, "GET"],
  ["events", events.GET, "GET"],
  ["commands", commands.POST, "POST"],
  ["display links", displayLinks.GET, "GET"],
  ["display links", displayLinks.POST, "POST"],
  ["display link", displayLink.DELETE, "DELETE"],
  ["sessions", sessions.GET, "GET"],
  ["tokens", tokens.GET, "GET"],
  ["tokens", tokens.POST, "POST"],
];

describe("who may ask", () => {
  it.each(PERSON_ROUTES)("%s answers nothing to whoever is not signed in", async (_, endpoint, method) => {
    for (const headers of [
      {},
      { cookie: "holdpoint_session=forged.AAAA" },
      { authorization: "Bearer hp_no-such-token-here" },
    ]) {
      const response = await ask(endpoint, {
        method,
        params: { id: "x", linkId: "y" },
        headers: { origin: ORIGIN, ...headers },
        ...(method === "GET" ? {} : { body: {} }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ kind: "unauthenticated" });
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it.each([
    ["a foreign page", { origin: "https://evil.example" }],
    ["a sandboxed page", { origin: "null" }],
    ["another port of this machine", { origin: "http://127.0.0.1:3000" }],
    ["a foreign page that says no origin", { "sec-fetch-site": "cross-site" }],
    ["nobody knows where", {}],
    ["nobody knows where, with something in place of a token", { authorization: "Basic eDp5" }],
  ])("refuses a change that comes from %s", async (_, headers) => {
    const response = await ask(setup.POST, { method: "POST", body: { code: "x" }, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ kind: "forbidden" });
  });
});

describe("the beginning", () => {
  it("makes the first administrator and signs him in", async () => {
    const link = new URL((await ensureSetupCode()) ?? "");
    const body = { code: link.searchParams.get("code"), name: "张三", username: "zhang.san", password };
    const response = await post(setup.POST, body);
    expect(response.status).toBe(200);
    cookie = keepCookie(response);
    const session = await ask(auth.GET, { params: { all: ["get-session"] }, headers: { cookie } });
    expect(await session.json()).toMatchObject({ viewer: { name: "张三" } });
  });

  it("answers an unknown and a known name alike, in body, status and headers", async () => {
    const wrong = { password: "wrong-wrong-wrong" };
    const answers = [];
    for (const username of ["zhang.san", "no.such.person"]) {
      const response = await post(auth.POST, { username, ...wrong }, { params: { all: ["sign-in", "username"] } });
      answers.push({ status: response.status, body: await response.json(), headers: [...response.headers] });
    }
    expect(answers[0]).toMatchObject({ status: 401 });
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([
    "sign-up/email",
    "update-user",
    "change-password",
    "is-username-available",
    "list-sessions",
    "sign-in/email",
  ])("keeps better-auth's %s shut", async (path) => {
    const response = await post(auth.POST, {}, { params: { all: path.split("/") } });
    expect(response.status).toBe(404);
  });

  it("never tells the session's token in a body", async () => {
    const response = await post(
      auth.POST,
      { username: "zhang.san", password },
      { params: { all: ["sign-in", "username"] } },
    );
    const token = decodeURIComponent(keepCookie(response).split("=")[1] ?? "").split(".")[0] ?? "";
    expect(token.length).toBeGreaterThan(20);
    expect(await response.text()).not.toContain(token);
  });

  it("invites by a link that lets one person in, who administers nothing", async () => {
    const invited = await post(invites.POST, { name: "李四" });
    expect(invited.status).toBe(201);
    const { link } = await invited.json();
    const secret = new URL(link).searchParams.get("code");
    const accepted = await post(accept.POST, { secret, username: "li.si", password });
    expect(accepted.status).toBe(200);
    const member = { cookie: keepCookie(accepted) };
    const refused = await post(invites.POST, { name: "王五" }, { headers: member });
    expect(refused.status).toBe(403);
    const seen: { people: object[] } = await (await ask(peopleRoute.GET, { headers: member })).json();
    expect(seen.people[0]).not.toHaveProperty("username");
  });
});

describe("a release", () => {
  let id = "";
  const command = (body: unknown, key: string, headers: Record<string, string> = {}) =>
    post(commands.POST, body, { params: { id }, headers: { "idempotency-key": key, ...headers } });

  it("is created of a plan version, and shown with state and plan", async () => {
    const actor: Actor = { kind: "person", person: "tests", name: "tests", permissions: ["planner"] };
    const saved = await services().savePlan({ plan: samplePlan(), source: "# plan", actor });
    if (!saved.ok) throw new Error(saved.refusal.because);
    const { planVersionId } = saved.value;
    const made = await post(releases.POST, { planVersionId, mode: "rehearsal", speed: 60 });
    expect(made.status).toBe(201);
    id = (await made.json()).releaseId;
    const shown = await ask(release.GET, { params: { id }, headers: { cookie } });
    expect(await shown.json()).toMatchObject({ seq: 1, epoch: 0, state: { status: "preparing" }, planVersionId });
    const past = await post(releases.POST, { planVersionId, mode: "live", startsAt: "2020-01-01T00:00:00+08:00" });
    expect(past.status).toBe(422);
  });

  it("is created once for a key, and not at all for one that cannot be used", async () => {
    const actor: Actor = { kind: "person", person: "tests", name: "tests", permissions: ["planner"] };
    const saved = await services().savePlan({ plan: samplePlan(), source: "# plan", actor });
    if (!saved.ok) throw new Error(saved.refusal.because);
    const wish = { planVersionId: saved.value.planVersionId, mode: "rehearsal" };
    const create = async (key: string, body: object) => {
      const response = await post(releases.POST, body, { headers: { "idempotency-key": key } });
      return { status: response.status, body: await response.json() };
    };
    const first = await create("key-of-a-release", wish);
    expect(first.status).toBe(201);
    expect(await create("key-of-a-release", wish)).toEqual(first);
    expect(await create("key-of-a-release", { ...wish, speed: 2 })).toMatchObject({
      status: 422,
      body: { because: "key-reused" },
    });
    expect(await create("short", wish)).toMatchObject({ status: 422, body: { because: "key-unusable" } });
  });

  it("takes a command once for a key, and says so to every repetition", async () => {
    const note = { type: "note.add", text: "数据库备份完成" };
    const first = await command(note, "key-of-the-note");
    expect(first.status).toBe(200);
    const answer = await first.json();
    expect(answer).toEqual({ seq: 2, events: [{ seq: 2, type: "note.added" }] });
    expect(await (await command(note, "key-of-the-note")).json()).toEqual(answer);
    const other = await command({ ...note, text: "something else" }, "key-of-the-note");
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ kind: "invalid", because: "key-reused" });
  });

  it.each([
    ["without a key", { type: "note.add", text: "x" }, "", 422, "invalid"],
    ["that nobody knows", { type: "release.explode" }, "key-number-1", 422, "invalid"],
    ["that only the system gives", { type: "gate.expire", gate: "gate:1", round: 1 }, "key-number-2", 422, "invalid"],
    ["on a thing of another plan", { type: "item.sign", item: "item:other" }, "key-number-3", 404, "unknown_id"],
    ["without its reason", { type: "release.cancel" }, "key-number-4", 422, "needs_reason"],
    ["out of its time", { type: "release.resume", expectedSeq: 2 }, "key-number-5", 409, "not_allowed_now"],
  ])("refuses a command %s", async (_, body, key, status, kind) => {
    const response = await command(body, key);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem).toMatchObject({ kind, status });
    expect(problem.detail).toMatch(/\s/);
  });

  it("answers 404 for another release's id", async () => {
    for (const endpoint of [release.GET, events.GET]) {
      expect((await ask(endpoint, { params: { id: "no-such-release" }, headers: { cookie } })).status).toBe(404);
    }
  });

  it("is open to a token without an origin, until the token is revoked", async () => {
    const made = await post(tokens.POST, { name: "pipeline" });
    const { token, tokenId } = await made.json();
    const headers = {
      authorization: `Bearer ${token}`,
      "idempotency-key": "key-of-the-token",
      "content-type": "application/json",
    };
    const text = JSON.stringify({ type: "note.add", text: "by a pipeline" });
    expect((await ask(commands.POST, { method: "POST", params: { id }, headers, text })).status).toBe(200);
    const another = { method: "POST", headers, text: JSON.stringify({ name: "outlives the first" }) };
    const byToken = JSON.stringify({ current: password, password: "laterne-neun-teekanne-moos" });
    const locked = await ask(passwordRoute.POST, { method: "POST", headers, text: byToken });
    expect(await locked.json()).toMatchObject({ status: 403, because: "password-by-token" });
    const answer = await ask(tokens.POST, another);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ because: "token-by-token" });
    const { DELETE } = await import("@/app/api/v1/tokens/[id]/route");
    expect((await ask(DELETE, { method: "DELETE", params: { id: tokenId }, headers: own() })).status).toBe(204);
    expect((await ask(commands.POST, { method: "POST", params: { id }, headers, text })).status).toBe(401);
  });

  it("shows its log to a display link, without phones and mails, and of no other release, until it is revoked", async () => {
    await command({ type: "note.add", text: "call 138 0013 8000 or ops@example.com" }, "key-of-the-call");
    const made = await post(displayLinks.POST, { name: "会议室" }, { params: { id } });
    expect(made.status).toBe(201);
    const { link, displayLinkId } = await made.json();
    const display = { "x-display-token": new URL(link).searchParams.get("display") ?? "" };
    const look = (endpoint: Endpoint, of = id) => ask(endpoint, { params: { id: of }, headers: display });
    const log = await (await look(events.GET)).text();
    expect(log).toContain("note.added");
    expect(log).not.toMatch(/138 0013 8000|ops@example\.com/);
    const shown = await (await look(release.GET)).json();
    expect(shown.plan.contacts.length).toBeGreaterThan(0);
    for (const contact of shown.plan.contacts) expect(contact).toMatchObject({ phone: null, email: null });
    expect(
      JSON.stringify((await (await ask(release.GET, { params: { id }, headers: { cookie } })).json()).plan),
    ).toContain("kubectl");
    expect(JSON.stringify(shown.plan)).not.toContain("kubectl");
    expect((await look(events.GET, "another-release")).status).toBe(401);
    expect((await ask(releases.GET, { headers: display })).status).toBe(401);
    const send = {
      method: "POST",
      params: { id },
      body: { type: "release.hold" },
      headers: { origin: ORIGIN, ...display },
    };
    expect((await ask(commands.POST, send)).status).toBe(401);
    await ask(displayLink.DELETE, { method: "DELETE", params: { id, linkId: displayLinkId }, headers: own() });
    expect((await look(events.GET)).status).toBe(401);
  });

  it("opens a display by six digits, once, within minutes, and closes it with its link", async () => {
    const open = (code: string, address = "10.9.0.1") =>
      ask(openDisplay.POST, {
        method: "POST",
        body: { code },
        headers: { origin: ORIGIN, "x-holdpoint-client-address": address },
      });
    const { code, displayLinkId } = await (await post(displayLinks.POST, { name: "TV" }, { params: { id } })).json();
    expect(code).toMatch(/^\d{6}$/);
    const wrong = await open(code === "000000" ? "000001" : "000000");
    expect(await wrong.json()).toMatchObject({ status: 404, because: "display-code-unknown" });
    const both = await Promise.all([open(`${code.slice(0, 3)} ${code.slice(3)}`), open(code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    const opened = both.find(({ status }) => status === 200);
    if (opened === undefined) throw new Error("The code opened nothing.");
    const { path } = await opened.json();
    const display = { "x-display-token": new URL(path, ORIGIN).searchParams.get("display") ?? "" };
    const look = () => ask(release.GET, { params: { id }, headers: display });
    expect((await look()).status).toBe(200);
    await ask(displayLink.DELETE, { method: "DELETE", params: { id, linkId: displayLinkId }, headers: own() });
    expect((await look()).status).toBe(401);
  });

  it("refuses a display's code that is over or whose link was revoked", async () => {
    const { client } = people().database;
    const make = async () => (await post(displayLinks.POST, { name: "TV" }, { params: { id } })).json();
    const late = await make();
    await client.$executeRaw`UPDATE "display_link" SET "codeExpiresAt" = now() WHERE "id" = ${late.displayLinkId}`;
    expect(await people().openDisplay({ code: late.code })).toMatchObject({ ok: false });
    const revoked = await make();
    await ask(displayLink.DELETE, { method: "DELETE", params: { id, linkId: revoked.displayLinkId }, headers: own() });
    expect(await people().openDisplay({ code: revoked.code })).toMatchObject({ ok: false });
  });

  it("lets nobody guess a display's code: few tries for an address, and few for all of them", async () => {
    const guess = async (address: string) => {
      const headers = { origin: ORIGIN, "x-holdpoint-client-address": address };
      return (await ask(openDisplay.POST, { method: "POST", body: { code: "guess" }, headers })).status;
    };
    const own: number[] = [];
    for (let n = 0; n < 7; n += 1) own.push(await guess("10.9.1.1"));
    expect(own).toEqual([422, 422, 422, 422, 422, 429, 429]);
    const others: number[] = [];
    for (let n = 0; n < 40; n += 1) others.push(await guess(`10.9.2.${n}`));
    expect(others.filter((status) => status !== 429).length).toBeLessThanOrEqual(30);
    expect(others.at(-1)).toBe(429);
  });

  it("lets one person play a rehearsal, limits him at last, and never what stops something", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 155; n += 1) {
      statuses.push((await command({ type: "note.add", text: `${n}` }, `key-of-many-${n}`)).status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(statuses.at(-1)).toBe(429);
    for (const [n, body] of [{ type: "release.hold" }, { type: "rollback.start" }].entries()) {
      expect((await command(body, `key-of-stop-${n}`)).status).toBe(409);
    }
  });

  it("refuses a body that is too long, no JSON, or no text", async () => {
    const headers = { ...own(), "idempotency-key": "key-of-a-body" };
    const long = { type: "note.add", text: "x".repeat(300_000) };
    for (const [text, type] of [
      [JSON.stringify(long), "application/json"],
      ["{", "application/json"],
      ["{}", "text/plain"],
    ] as const) {
      const response = await ask(commands.POST, {
        method: "POST",
        params: { id },
        text,
        headers: { ...headers, "content-type": type },
      });
      expect(response.status).toBe(422);
    }
  });
});

describe("operations", () => {
  it("is ready when every migration is there", async () => {
    const response = await ask(readyz.GET);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true, database: "up", migrations: "done" });
  });

  it("shows what it counts to an administrator's token only", async () => {
    expect((await ask(metrics.GET)).status).toBe(404);
    expect((await ask(metrics.GET, { headers: { cookie } })).status).toBe(404);
    const { token } = await (await post(tokens.POST, { name: "prometheus" })).json();
    const response = await ask(metrics.GET, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('holdpoint_releases{status="preparing"} 2');
  });

  it("bounds how often one person may ask for samples", async () => {
    const statuses = new Set<number>();
    for (let asked = 0; asked < 1_250 && !statuses.has(429); asked += 25) {
      const some = Array.from({ length: 25 }, () => ask(samples.GET, { headers: { cookie }, params: { id: "none" } }));
      for (const { status } of await Promise.all(some)) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 429]));
  });

  it("describes every command and route that there is", async () => {
    const description = await (await ask(openapi.GET)).json();
    const { oneOf } = description.paths["/releases/{id}/commands"].post.requestBody.content["application/json"].schema;
    expect(oneOf.length).toBeGreaterThan(40);
    expect(Object.keys(description.paths)).toContain("/plans/import");
  });

  it("answers 404 as a problem for what does not exist", async () => {
    const response = await ask(unknownPath.GET, { headers: { "accept-language": "zh-CN" } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ kind: "unknown_id", detail: "这里什么也没有。" });
  });
});
