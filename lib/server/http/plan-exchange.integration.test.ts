import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as schemaRoute from "@/app/api/v1/plan.schema.json/route";
import * as plan from "@/app/api/v1/plans/[id]/route";
import * as planImport from "@/app/api/v1/plans/import/route";
import * as exportRoute from "@/app/api/v1/plans/versions/[id]/export/route";
import * as setup from "@/app/api/v1/setup/route";
import * as tokens from "@/app/api/v1/tokens/route";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { withoutLines } from "@/lib/plan-text/settings/compare-values";
import type { PlanReader } from "@/lib/ports/plan-reader";
import { root } from "@/scripts/build/bundle.mjs";
import { closeServices } from "../composition";
import { ensureSetupCode } from "../first-administrator";
import type { Endpoint } from "./endpoint";

// The reader's own work without its thread, whose file only the build makes.
vi.mock("@/lib/adapters/plan-worker/worker-plan-reader", async () => {
  const { compilePlan } = await import("@/lib/plan-text/compile-plan");
  const { draftPlan } = await import("@/lib/plan-text/draft-plan");
  const { readExchange, writeExchange } = await import("@/lib/adapters/plan-worker/exchange-text");
  const reader: PlanReader = {
    read: async (source) => compilePlan(source),
    draft: async (edit) => draftPlan(edit),
    readExchange: async (source, form) => readExchange(source, form),
    exportPlan: async (wish) => writeExchange(wish).source,
  };
  return { workerPlanReader: () => reader };
});

const ORIGIN = "http://127.0.0.1:3997";
const sample = resolve(root, "prisma/sample/scm-v1.0.0-mvp.zh-CN.md");
let database: TestDatabase;
let token = "";

/** The route behind a real socket, as a pipeline meets it. */
const server = createServer(async (request, response) => {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = await text(request);
  const asked = new Request(new URL(request.url ?? "/", ORIGIN), { method: "POST", body, headers });
  const answer = await planImport.POST(asked, { params: Promise.resolve({}) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

async function call(endpoint: Endpoint, init: RequestInit & { path?: string; params?: Record<string, string> }) {
  const { path = "/", params = {}, ...rest } = init;
  return endpoint(new Request(`${ORIGIN}${path}`, rest), { params: Promise.resolve(params) });
}

const bearer = () => ({ authorization: `Bearer ${token}` });
const exported = (id: string, format: string) =>
  call(exportRoute.GET, { path: `/x?format=${format}`, params: { id }, headers: bearer() });
const imported = (body: string, type: string, query = "") =>
  call(planImport.POST, { method: "POST", path: `/x${query}`, body, headers: { ...bearer(), "content-type": type } });

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.appUrl,
    HOLDPOINT_SECRET: "a-secret-of-the-tests-0123456789abcdef",
    PUBLIC_URL: ORIGIN,
    LOG_LEVEL: "silent",
  });
  const link = new URL((await ensureSetupCode()) ?? "");
  const person = {
    code: link.searchParams.get("code"),
    name: "张三",
    username: "zhang.san",
    password: "mond-faehre-kupfer-9",
  };
  const json = { origin: ORIGIN, "content-type": "application/json" };
  const done = await call(setup.POST, { method: "POST", body: JSON.stringify(person), headers: json });
  const cookie = done.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  const made = await call(tokens.POST, { method: "POST", body: '{"name":"pipeline"}', headers: { ...json, cookie } });
  ({ token } = await made.json());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
}, 120_000);

afterAll(async () => {
  server.close();
  await closeServices();
  await database.drop();
});

describe("a plan that goes out and comes back", () => {
  let planId = "";
  let versionId = "";

  it("comes in from the command line as a version with its document", async () => {
    const { port } = server.address() as AddressInfo;
    const words = ["import", sample, "--server", `http://127.0.0.1:${port}`, "-m", "from a pipeline", "--json"];
    const env = { NODE_ENV: "test" as const, PATH: process.env["PATH"] ?? "", HOLDPOINT_TOKEN: token };
    const out = await new Promise<string>((done) => {
      execFile(process.execPath, [resolve(root, "bin/holdpoint.mjs"), ...words], { env, cwd: root }, (_, printed) =>
        done(printed),
      );
    });
    ({ planId, planVersionId: versionId } = JSON.parse(out));
    const shown = await (await call(plan.GET, { params: { id: planId }, headers: bearer() })).json();
    expect(shown).toMatchObject({ versions: [{ message: "from a pipeline", planVersionId: versionId }] });
    expect(shown.source).toBe(await readFile(sample, "utf8"));
  }, 60_000);

  it("is refused from the command line with a token that is none, in a sentence and with exit code 2", async () => {
    const { port } = server.address() as AddressInfo;
    const words = ["import", sample, "--server", `http://127.0.0.1:${port}`, "--token", "hp_not-a-token"];
    const env = { NODE_ENV: "test" as const, PATH: process.env["PATH"] ?? "" };
    const [code, said] = await new Promise<[number | null, string]>((done) => {
      const child = execFile(
        process.execPath,
        [resolve(root, "bin/holdpoint.mjs"), ...words],
        { env, cwd: root },
        (_, __, error) => done([child.exitCode, error]),
      );
    });
    expect(code).toBe(2);
    expect(said).toMatch(/did not accept it \(401\): \S/);
  }, 60_000);

  it("goes out as the very document that it came as", async () => {
    const answer = await exported(versionId, "source");
    expect(await answer.text()).toBe(await readFile(sample, "utf8"));
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename=".*v1\.0\.0-MVP\.md"; filename\*=UTF-8''/,
    );
  });

  it.each([
    ["markdown", "text/markdown"],
    ["json", "application/json"],
    ["yaml", "application/yaml"],
  ])(
    "goes out as %s and comes back as the same plan, with a document of true lines",
    async (format, type) => {
      const answer = await exported(versionId, format);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
      const back = await imported(await answer.text(), type, `?planId=${planId}`);
      expect(back.status).toBe(201);
      const { plan: again } = await back.json();
      const shown = await (await call(plan.GET, { params: { id: planId }, headers: bearer() })).json();
      expect(withoutLines(again)).toEqual(withoutLines(shown.plan));
      const { from } = shown.plan.stages[0].lines;
      expect(shown.source.split("\n")[from - 1]).toContain(shown.plan.stages[0].name);
    },
    60_000,
  );

  it("says in the language of the request what it cannot take", async () => {
    const answer = await call(planImport.POST, {
      method: "POST",
      path: "/x?dryRun=true",
      body: "x",
      headers: { ...bearer(), "content-type": "text/csv", "accept-language": "zh-CN" },
    });
    expect(answer.status).toBe(422);
    expect((await answer.json()).detail).toContain("application/yaml");
    const broken = await (await imported('{"format":"holdpoint-plan/2"}', "application/json", "?dryRun=true")).json();
    expect(broken).toMatchObject({
      plan: null,
      findings: [{ rule: "exchange-invalid" }, { rule: "exchange-invalid" }],
    });
  });

  it("answers 404 for a version that does not exist, and 422 for a form that does not", async () => {
    expect((await exported("no-such-version", "json")).status).toBe(404);
    expect((await exported(versionId, "docx")).status).toBe(422);
  });

  it("is described by a schema that anybody may read", async () => {
    const schema = await (await call(schemaRoute.GET, {})).json();
    expect(schema).toMatchObject({ $id: `${ORIGIN}/api/v1/plan.schema.json`, required: ["format", "plan"] });
  });
});
