import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { aesSecretBox } from "@/lib/adapters/secrets/aes-secret-box";
import { SourceWish } from "@/lib/contracts/sources";
import type { Actor } from "@/lib/domain/release/actor";
import { openSources } from "./metric-sources";
import { composeSources, type Sources } from "./sources-composition";
import { openTestStand, type TestStand } from "./test-stand";

const secret = "s".repeat(32);
let stand: TestStand;
let sources: Sources;
let strict: Sources;
let admin: Actor;
let server: Server;
let url: string;
let seen: { path: string; authorisation: string | undefined }[] = [];

beforeAll(async () => {
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  sources = composeSources(instance.pools, { secret, allowLoopback: true });
  strict = composeSources(instance.pools, { secret, allowLoopback: false });
  admin = await stand.addPerson("admin", "administrator");
  server = createServer((request, response) => {
    seen.push({ path: request.url ?? "", authorisation: request.headers.authorization });
    if (request.headers.authorization === "Bearer wrong") response.writeHead(401);
    if (request.url === "/html/api/v1/query") response.end("<html>");
    else response.end(JSON.stringify({ status: "success", data: { resultType: "vector", result: [] } }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stand.close();
});

const wish = (fields: object) => SourceWish.parse({ name: "main", kind: "prometheus", url, ...fields });

async function define(fields: object): Promise<string> {
  const answer = await sources.defineSource({ actor: admin, wish: wish(fields) });
  if (!answer.ok) throw new Error(answer.refusal.because);
  return answer.value.sourceId;
}

test("only an administrator sees, defines, removes and tries sources", async () => {
  const member = await stand.addPerson("member");
  for (const actor of [member, stand.planner]) {
    const answers = await Promise.all([
      sources.listSources({ actor }),
      sources.defineSource({ actor, wish: wish({}) }),
      sources.removeSource({ actor, sourceId: "x" }),
      sources.trySource({ actor, sourceId: "x" }),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, refusal: { because: "administrator-only" } });
  }
});

describe("a source's secret", () => {
  test("is sent to the source, and shown to nobody", async () => {
    const sourceId = await define({ name: "with secret", secret: "hush" });
    expect(JSON.stringify(await sources.listSources({ actor: admin }))).not.toContain("hush");
    seen = [];
    expect(await sources.trySource({ actor: admin, sourceId })).toMatchObject({ ok: true, value: { outcome: "ok" } });
    expect(seen).toEqual([{ path: "/api/v1/query", authorisation: "Bearer hush" }]);
  });

  test("stays when it is not given again, and goes when the host becomes another", async () => {
    const sourceId = await define({ name: "moving", secret: "hush", userName: "u" });
    await define({ id: sourceId, name: "moving", userName: "u" });
    const hasSecret = async () => {
      const listed = await sources.listSources({ actor: admin });
      return listed.ok && listed.value.find(({ id }) => id === sourceId)?.hasSecret;
    };
    expect(await hasSecret()).toBe(true);
    await define({ id: sourceId, name: "moving", url: "http://elsewhere.test" });
    expect(await hasSecret()).toBe(false);
  });
});

describe("a secret that was sealed with another key", () => {
  test("is a fault that says so, and the source is never asked without it", async () => {
    const [instance] = stand.instances;
    if (instance === undefined) throw new Error("no instance");
    const sourceId = await define({ name: "locked", secret: "hush" });
    const other = composeSources(instance.pools, { secret: "t".repeat(32), allowLoopback: true });
    seen = [];
    expect(await other.trySource({ actor: admin, sourceId })).toMatchObject({
      value: { outcome: "secret_unreadable", detail: "The key has changed; enter the secret again." },
    });
    const store = postgresSourceStore(instance.pools);
    const opened = openSources({ sources: store, secrets: aesSecretBox("t".repeat(32)), allowLoopback: true });
    const locked = (await opened.all()).find(({ name }) => name === "locked");
    expect(await locked?.query({ query: "up", at: 0 })).toMatchObject({ because: "secret_unreadable" });
    expect(await locked?.alerts()).toMatchObject({ because: "secret_unreadable" });
    opened.close();
    expect(seen).toEqual([]);
    await sources.removeSource({ actor: admin, sourceId });
  });
});

describe("trying a source says", () => {
  test.each([
    ["that it wants other credentials", { name: "a", secret: "wrong" }, "unauthorised"],
    ["that it is no Prometheus", { name: "b", url: "/html" }, "not_json"],
    ["that nobody listens", { name: "c", url: "http://127.0.0.1:1" }, "unreachable"],
  ])("%s", async (_, fields, outcome) => {
    const full = "url" in fields && fields.url.startsWith("/") ? { ...fields, url: `${url}${fields.url}` } : fields;
    const sourceId = await define(full);
    expect(await sources.trySource({ actor: admin, sourceId })).toMatchObject({ value: { outcome } });
  });

  test("that this machine's own addresses are refused, unless it is a lab", async () => {
    const sourceId = await define({ name: "loop" });
    expect(await strict.trySource({ actor: admin, sourceId })).toMatchObject({ value: { outcome: "address_refused" } });
  });
});

test("a source of JSON documents is tried by its root, and read below it with its credentials", async () => {
  const sourceId = await define({ name: "ops", kind: "json", url: `${url}/ops`, secret: "hush" });
  seen = [];
  expect(await sources.trySource({ actor: admin, sourceId })).toMatchObject({ value: { outcome: "ok" } });
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  const store = postgresSourceStore(instance.pools);
  const opened = openSources({ sources: store, secrets: aesSecretBox(secret), allowLoopback: true });
  const ops = (await opened.all()).find(({ name }) => name === "ops");
  expect(await ops?.readJson?.({ path: "/lag?of=db" })).toMatchObject({ status: 200, body: { status: "success" } });
  expect(seen.map(({ path, authorisation }) => `${path} ${authorisation}`)).toEqual([
    "/ops/ Bearer hush",
    "/ops/lag?of=db Bearer hush",
  ]);
  opened.close();
  await sources.removeSource({ actor: admin, sourceId });
});

test("a source that is removed while it is asked still answers", async () => {
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  const store = postgresSourceStore(instance.pools);
  const sourceId = await define({ name: "leaving" });
  const opened = openSources({ sources: store, secrets: aesSecretBox(secret), allowLoopback: true });
  const leaving = (await opened.all()).find(({ name }) => name === "leaving");
  const asked = leaving?.query({ query: "vector(1)", at: 0 });
  await sources.removeSource({ actor: admin, sourceId });
  const [again] = await Promise.all([opened.all(), opened.all()]);
  expect(again.map(({ name }) => name)).not.toContain("leaving");
  expect(await asked).toMatchObject({ kind: "reply", status: 200 });
  opened.close();
});

test("two sources cannot have one name", async () => {
  await define({ name: "twin" });
  const again = await sources.defineSource({ actor: admin, wish: wish({ name: "twin" }) });
  expect(again).toMatchObject({ ok: false, refusal: { because: "source-name-taken" } });
});

test("the default source is asked first, and what was removed is not asked any more", async () => {
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  const store = postgresSourceStore(instance.pools);
  const opened = openSources({ sources: store, secrets: aesSecretBox(secret), allowLoopback: true });
  const one = await define({ name: "first one" });
  await sources.makeDefaultSource({ actor: admin, sourceId: one });
  expect((await opened.all())[0]?.name).toBe("first one");
  await sources.removeSource({ actor: admin, sourceId: one });
  expect((await opened.all()).map(({ name }) => name)).not.toContain("first one");
  opened.close();
});
