import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import { writePlan } from "./write-plan";

const documents = {
  zh: resolve(import.meta.dirname, "../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"),
  en: resolve(import.meta.dirname, "../fixtures/english-plan.md"),
};

const measures: Measure[] = [
  {
    ...DEFAULT_RUN,
    kind: "limit",
    query: "histogram_quantile(0.99,\n  sum(rate(latency_bucket[{{window}}])) by (le))",
    unit: "ms",
    pass: { comparator: "<", value: 100 },
    fail: { comparator: ">=", value: 200.5 },
  },
  { ...DEFAULT_RUN, kind: "limit", query: "up", unit: "", pass: null, fail: null, source: "eu | west", intervalS: 30 },
  { ...DEFAULT_RUN, kind: "rate", errors: "e", requests: "r", limit: 0.001, healthy: "above", literal: true },
  { ...DEFAULT_RUN, kind: "evidence", errors: "```e", requests: "r", alertAt: 20, actAt: 1e6, failureLimit: 2 },
  { ...DEFAULT_RUN, kind: "comparison", canary: "c", baseline: "b", unit: "%", direction: "either", allowedRatio: 1.3 },
  {
    ...{
      ...DEFAULT_RUN,
      kind: "json",
      source: "ops *db*",
      path: "/health/_all?of=db&x=1",
      field: "replicas[0].lag_ms",
    },
    ...{ equals: "", unit: "ms", pass: { comparator: "<", value: 100 }, fail: null },
  },
  {
    ...{ ...DEFAULT_RUN, kind: "json", source: "ops", path: "/ready", field: "status", equals: "UP" },
    ...{ unit: "", pass: null, fail: null },
  },
  { ...DEFAULT_RUN, kind: "serving", requests: "sum(served)", initialDelayS: 60, windowS: 120.5 },
];

function planOf(file: string): Plan {
  const { plan } = readPlan(readFileSync(file, "utf8"));
  if (plan === null) throw new Error("The document is a plan.");
  return plan;
}

describe.each(Object.entries(documents))("checks of a plan in %s", (_, file) => {
  const plan = planOf(file);

  test.each(measures)(
    "that are measured by $kind are written in words and read again",
    (measure) => {
      const checks = plan.checks.map((check, index) => (index < 2 ? { ...check, measure } : check));
      const text = writePlan({ ...plan, checks });
      expect(text.includes("```promql")).toBe(measure.kind !== "json");
      expect(text).not.toContain("```holdpoint");
      expect(readPlan(text).plan?.checks.map((check) => check.measure)).toEqual(checks.map((check) => check.measure));
    },
    60_000,
  );
});

describe("a chapter of checks that somebody wrote", () => {
  const source = readFileSync(documents.en, "utf8");
  const withChapter = (chapter: string) => readPlan(`${source}\n## Metric checks\n\n${chapter}`);

  test("needs only what is not usual", () => {
    const { plan } = withChapter(
      "### p95 latency < 300 ms\n\n- Method: value\n- Pass: < 300\n\n**Query**\n\n```promql\np95\n```\n",
    );
    expect(plan?.checks.find(({ text }) => text === "p95 latency < 300 ms")?.measure).toEqual({
      ...DEFAULT_RUN,
      kind: "limit",
      query: "p95",
      unit: "",
      pass: { comparator: "<", value: 300 },
      fail: null,
    });
  });

  test("watches what no other part of the plan names, without guarding a gate by it", () => {
    const { plan } = withChapter("### Rain\n\n- Method: value\n- Pass: < 5\n\n**Query**\n\n```\nrain\n```\n");
    if (plan === null) throw new Error("The document is a plan.");
    const own = plan.checks.find(({ text }) => text === "Rain");
    expect(own).toMatchObject({ id: "check:own-1", required: false, measure: { kind: "limit", query: "rain" } });
    expect(plan.gates.flatMap(({ checks }) => checks)).not.toContain("check:own-1");
    expect(readPlan(writePlan(plan)).plan?.checks.map((check) => check.measure)).toEqual(
      plan.checks.map((check) => check.measure),
    );
  });

  test.each([
    ["### p95 latency < 300 ms\n\n- Method: value\n", "measure-incomplete"],
    ["### Rain\n\n- Method: value\n", "check-unknown"],
  ])("is said to have no effect where something is missing (%#)", (chapter, rule) =>
    expect(withChapter(chapter).findings.map((finding) => finding.rule)).toContain(rule),
  );
});
