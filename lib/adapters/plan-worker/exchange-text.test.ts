import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { planSchema } from "@/lib/contracts/plan-document";
import type { Plan } from "@/lib/domain/plan/plan";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { withoutLines } from "@/lib/plan-text/settings/compare-values";
import { readExchange, writeExchange } from "./exchange-text";

const serverUrl = "https://holdpoint.example";
const documents = ["prisma/sample/scm-v1.0.0-mvp.zh-CN.md", "lib/plan-text/fixtures/english-plan.md"];

function planOf(file: string): Plan {
  const { plan } = compilePlan(readFileSync(resolve(import.meta.dirname, "../../..", file), "utf8"));
  if (plan === null) throw new Error("The document is a plan.");
  return plan;
}

describe.each(documents)("%s as data", (file) => {
  const plan = planOf(file);
  test.each(["json", "yaml"] as const)(
    "is the same plan after it was exported as %s and imported",
    (form) => {
      const { source } = writeExchange({ plan, form, serverUrl });
      const read = readExchange(source, form);
      expect(withoutLines(read.plan)).toEqual(withoutLines(plan));
      expect(read.source).not.toBe(source);
      expect(compilePlan(read.source).plan).toEqual(read.plan);
    },
    60_000,
  );
  test("becomes the document in the order of the one that it came from", () => {
    const data = writeExchange({ plan, form: "yaml", serverUrl }).source;
    expect(readExchange(data, "yaml").source).toBe(writeExchange({ plan, form: "markdown", serverUrl }).source);
  }, 60_000);
});

const small = {
  format: "holdpoint-plan/1",
  plan: {
    title: "Billing 3.1",
    language: "en",
    timeZone: "UTC",
    sections: [{ id: "section:ready", name: "Readiness", items: [{ id: "item:a", text: "Backups are fresh" }] }],
    stages: [
      {
        id: "stage:out",
        order: 1,
        name: "Shift 100% of the traffic",
        kind: "shift",
        startMin: 0,
        startText: "02:00",
        durationMin: 10,
        share: 100,
      },
    ],
  },
};

describe("a plan written by hand or by a program", () => {
  test("gets the gates and rollbackers that follow from what it says", () => {
    const { plan } = readExchange(JSON.stringify(small), "json");
    expect(plan?.gates.map(({ before }) => before)).toEqual([
      { kind: "stage", stage: plan?.stages[0]?.id, share: 100 },
      { kind: "completion" },
    ]);
    expect(plan?.sections[0]?.items.map(({ text }) => text)).toEqual(["Backups are fresh"]);
  });

  test("keeps the gates that it states, even none", () => {
    const stated = { ...small, plan: { ...small.plan, gates: [] } };
    expect(readExchange(JSON.stringify(stated), "json").plan?.gates).toEqual([]);
  });

  test("is refused with the place, the line and the reason in both languages", () => {
    const { stages, ...rest } = small.plan;
    const wrong = { ...small, plan: { ...rest, stages: [{ ...stages[0], kind: "banana" }] } };
    const { plan, findings } = readExchange(JSON.stringify(wrong, null, 2), "json");
    expect(plan).toBeNull();
    const [finding] = findings;
    expect(finding).toMatchObject({ rule: "exchange-invalid", severity: "error" });
    expect(finding?.facts["path"]).toBe("plan.stages.0.kind");
    expect(JSON.stringify(wrong, null, 2).split("\n")[(finding?.line ?? 0) - 1]).toContain("banana");
    expect(finding?.message.en).toMatch(/plan\.stages\.0\.kind in line \d+ .*Invalid option/);
    expect(finding?.message.zh).toMatch(/plan\.stages\.0\.kind .*无效/);
  });

  test("is refused when a word in it is none of the format's", () => {
    const typo = JSON.stringify({ ...small, plan: { ...small.plan, stage: [] } });
    expect(readExchange(typo, "json").findings.map(({ rule }) => rule)).toEqual(["exchange-invalid"]);
  });
});

test("the example in the format's description is a plan", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/plan-format.md"), "utf8");
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(readExchange(example, "yaml").plan).toMatchObject({ title: "Billing 3.1", stages: [{ share: 100 }] });
});

describe("what is no plan as data", () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefghi".split("").map((name, index) => {
      const before = "abcdefgh"[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`;
    }),
  ].join("\n");
  const texts: [string, "json" | "yaml", string][] = [
    ["half a JSON text", "json", '{"format": "holdpoint-plan/1",\n "plan": '],
    ["a bomb of aliases", "yaml", bomb],
    ["a tag of a language", "yaml", "format: !!js/function 'function () {}'"],
    ["one key twice", "yaml", "format: holdpoint-plan/1\nformat: holdpoint-plan/1\n"],
    ["brackets to the depth of the stack", "yaml", "[".repeat(60_000)],
    ["brackets in JSON", "json", "[".repeat(60_000)],
  ];
  test.each(texts)("%s is refused with a line and nothing worse", (_, form, text) => {
    const before = process.cpuUsage();
    const { plan, findings } = readExchange(text, form);
    const { user, system } = process.cpuUsage(before);
    expect(plan).toBeNull();
    expect(findings.map(({ rule }) => rule)).toEqual(["exchange-unreadable"]);
    expect(findings[0]?.line).toBeGreaterThan(0);
    expect((user + system) / 1_000).toBeLessThan(3_000);
  });

  test("more than the largest plan could need is not even parsed", () =>
    expect(readExchange(`# ${"x".repeat(1_400_000)}`, "yaml").findings.map(({ rule }) => rule)).toEqual(["too-large"]));
});

test("the published schema describes what is imported, under its own address", () => {
  const schema = planSchema(serverUrl);
  expect(schema["$id"]).toBe("https://holdpoint.example/api/v1/plan.schema.json");
  const required = JSON.stringify(schema["properties"]);
  expect(required).toContain("holdpoint-plan/1");
  expect(schema["required"]).toEqual(["format", "plan"]);
});
