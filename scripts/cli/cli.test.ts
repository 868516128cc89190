import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "@/scripts/build/bundle.mjs";

const bin = resolve(root, "bin/holdpoint.mjs");
const sample = resolve(root, "prisma/sample/scm-v1.0.0-mvp.zh-CN.md");
const consistent = resolve(root, "lib/plan-text/fixtures/english-plan.md");

type Run = { code: number; out: string; error: string };

function holdpoint(words: string[], { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {}) {
  const own = { NODE_ENV: "test" as const, PATH: process.env["PATH"] ?? "", LANG: "C", ...env };
  return new Promise<Run>((done) => {
    const child = execFile(process.execPath, [bin, ...words], { env: own, cwd: root }, (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
    child.stdin?.end(input);
  });
}

describe("holdpoint lint", () => {
  test("shows what is noticed as a table with lines, and succeeds where nothing reaches the level", async () => {
    const { code, out, error } = await holdpoint(["lint", sample, "--coverage"]);
    expect(error).toBe("");
    expect(out).toMatch(/^ +\d+ {2}warning {2}.*not among the contacts/m);
    expect(out).toMatch(/0 errors, \d+ warnings, \d+ infos/);
    expect(out).toMatch(/\d+ of 413 non-blank lines understood/);
    expect(code).toBe(0);
  }, 60_000);

  test("fails at the level that is asked for, in the language that is asked for", async () => {
    const { code, out } = await holdpoint(["lint", sample, "--fail-on", "warning"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(out).toMatch(/0 个错误，\d+ 个警告/);
    expect(code).toBe(1);
  }, 60_000);

  test("says the same as data, for several documents and standard input", async () => {
    const { code, out } = await holdpoint(["lint", "-", consistent, "--json"], { input: "Nothing to release.\n" });
    const { files } = JSON.parse(out);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(["-", consistent]);
    expect(files[0].findings.map(({ rule }: { rule: string }) => rule)).toContain("not-a-plan");
    expect(code).toBe(1);
  }, 60_000);

  test.each([
    ["a file that is not there", ["lint", "no-such-plan.md"], /no-such-plan\.md cannot be read/],
    ["an unknown command", ["check", "plan.md"], /There is no command “check”/],
    ["an unknown option", ["lint", sample, "--strict"], /--strict/],
    ["an unknown level", ["lint", sample, "--fail-on", "fatal"], /not “fatal”/],
    ["no file", ["lint"], /Name a file after lint/],
    ["no server", ["import", sample, "--token", "hp_x"], /--server/],
    ["no token", ["import", sample, "--server", "https://hp.example"], /HOLDPOINT_TOKEN/],
  ])(
    "ends with 2 and a sentence for %s",
    async (_, words, sentence) => {
      const { code, out, error } = await holdpoint(words);
      expect(error).toMatch(sentence);
      expect([code, out]).toEqual([2, ""]);
    },
    60_000,
  );
});

describe("holdpoint import", () => {
  type Seen = { request: IncomingMessage; body: string };
  const seen: Seen[] = [];
  let answer = { status: 201, body: {} as object };
  const server = createServer(async (request, response) => {
    seen.push({ request, body: await text(request) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  let address = "";

  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    address = `http://127.0.0.1:${port}`;
  });
  afterAll(() => void server.close());

  const saved = {
    plan: { title: "x" },
    findings: [],
    coverage: { nonBlank: 2, accountedFor: 2 },
    planId: "p1",
    planVersionId: "v1",
  };

  test("sends the document with the token of the environment and says where the version is", async () => {
    answer = { status: 201, body: saved };
    const words = ["import", consistent, "--server", address, "--plan", "p1", "-m", "a & b"];
    const { code, out } = await holdpoint(words, { env: { HOLDPOINT_TOKEN: "hp_secret" } });
    const { request, body } = seen.at(-1) ?? {};
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe("/api/v1/plans/import?planId=p1&message=a+%26+b");
    expect(request?.headers).toMatchObject({ authorization: "Bearer hp_secret", "content-type": "text/markdown" });
    expect(body).toContain("# Checkout 4.2 release plan");
    expect(out).toContain(`Saved as a new version: ${address}/plans/p1`);
    expect(code).toBe(0);
  }, 60_000);

  test("fails on what the server noticed, by its severity", async () => {
    const finding = {
      rule: "no-timeline",
      severity: "error",
      line: 1,
      lines: { from: 1, to: 2 },
      message: { zh: "没有", en: "None." },
      facts: {},
    };
    answer = { status: 200, body: { ...saved, plan: null, findings: [finding] } };
    const { code, out } = await holdpoint(["import", consistent, "--server", address, "--token", "hp_x"]);
    expect(out).toMatch(/1 {2}error {2}None\./);
    expect(out).toContain("1 error, 0 warnings, 0 infos");
    expect(out).toContain("Nothing was saved");
    expect(code).toBe(1);
  }, 60_000);

  test("ends with 2 and the server's sentence when it refuses", async () => {
    answer = { status: 403, body: { detail: "This needs the planner permission." } };
    const { code, error } = await holdpoint(["import", consistent, "--server", address, "--token", "hp_x"]);
    expect(error).toContain("did not accept it (403): This needs the planner permission.");
    expect(code).toBe(2);
  }, 60_000);

  test("ends with 2 when nobody answers, and follows no redirection with the token", async () => {
    answer = { status: 307, body: {} };
    const words = ["import", consistent, "--token", "hp_x", "--server"];
    expect((await holdpoint([...words, "http://127.0.0.1:1"])).error).toMatch(/cannot be reached/);
    expect((await holdpoint([...words, address])).code).toBe(2);
  }, 60_000);
});
