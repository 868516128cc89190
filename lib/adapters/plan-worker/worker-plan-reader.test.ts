import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { bundle, root } from "@/scripts/build/bundle.mjs";
import { workerPlanReader } from "./worker-plan-reader";

const file = resolve(root, ".cache/test/read-plan.worker.mjs");

beforeAll(
  () => bundle({ entry: resolve(root, "lib/adapters/plan-worker/read-plan.worker.ts"), outfile: file }),
  60_000,
);

describe("a plan read in a worker", () => {
  test("is the plan that is read in place", async () => {
    const source = await readFile(resolve(root, "prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
    expect(await workerPlanReader({ file, limitMs: 60_000 }).read(source)).toEqual(compilePlan(source));
  }, 90_000);

  test("an edited plan comes back as the document that it becomes, with its figures read from the new words", async () => {
    const source = await readFile(resolve(root, "prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
    const reader = workerPlanReader({ file, limitMs: 60_000 });
    const { plan } = await reader.read(source);
    if (plan === null) throw new Error("The sample is a plan.");
    const rows = plan.info.rows.map((row) => (row.label === "版本号" ? { ...row, text: "v2.1.0" } : row));
    const edited = { ...plan, info: { ...plan.info, rows } };
    const draft = await reader.draft({ plan: edited, worded: ["info"] });
    expect(draft.plan?.info.version).toBe("v2.1.0");
    expect(draft.plan?.stages.map(({ name }) => name)).toEqual(plan.stages.map(({ name }) => name));
    expect(draft.source).toContain("v2.1.0");
  }, 90_000);

  test("is given up at the limit, with a finding, and the next one is read", async () => {
    const slow = "a *b* [c](d) \n".repeat(15_000);
    const reader = workerPlanReader({ file, limitMs: 1 });
    const { plan, findings } = await reader.read(slow);
    expect(plan).toBeNull();
    expect(findings.map(({ rule, lines }) => ({ rule, lines }))).toEqual([
      { rule: "too-slow", lines: { from: 1, to: 15_001 } },
    ]);
    expect((await reader.read(slow)).findings[0]?.rule).toBe("too-slow");
  }, 90_000);

  const notice = "# plan\n\n## Checklist\n\n- [ ] Backups are fresh\n".concat("a *b* [c](d) \n".repeat(2_000));

  test("is not given up while the machine is busy with something else", async () => {
    const reader = workerPlanReader({ file, limitMs: 1, patience: 60_000, usedMs: () => 0 });
    expect((await reader.read(notice)).plan).not.toBeNull();
  }, 90_000);

  test("is given up in the end, however busy the machine is", async () => {
    const reader = workerPlanReader({ file, limitMs: 1, patience: 1, usedMs: () => 0 });
    expect((await reader.read(notice)).findings.map(({ rule }) => rule)).toEqual(["too-slow"]);
  }, 90_000);

  test("answers documents in the order in which they came", async () => {
    const reader = workerPlanReader({ file, limitMs: 60_000 });
    const done: string[] = [];
    const read = (name: string) =>
      reader.read(`# ${name}\n\n## Checklist\n\n- [ ] ${name}\n`).then(() => done.push(name));
    await Promise.all(["one", "two", "three"].map(read));
    expect(done).toEqual(["one", "two", "three"]);
  }, 90_000);

  test("rejects when the worker itself is missing, so that it is not taken for the document's fault", async () => {
    await expect(workerPlanReader({ file: `${file}.missing` }).read("# plan")).rejects.toThrow(/missing/);
  });
});
