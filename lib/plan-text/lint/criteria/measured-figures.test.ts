import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPlan } from "../../read-plan";
import { lintPlan } from "../lint-plan";
import type { LintRuleId } from "../sentences/lint-sentences";

const PLAN = readFileSync(resolve(import.meta.dirname, "../fixtures/consistent.zh-CN.md"), "utf8");

function found(rule: LintRuleId, source: string) {
  const { plan } = readPlan(source);
  if (plan === null) throw new Error("The plan was not understood.");
  return lintPlan(plan, source).filter((finding) => finding.rule === rule);
}

const rate = (text: string, errors: string, more = "") =>
  `### ${text}\n\n- 方式: 错误率\n- 界限: 0.001\n${more}\n**错误数**\n\n\`\`\`promql\n${errors}\n\`\`\`\n\n**请求数**\n\n\`\`\`promql\nsum(requests)\n\`\`\`\n`;

/** The consistent plan with these checks behind it. */
const measuring = (...checks: string[]) => `${PLAN}\n\n## 指标检查\n\n${checks.join("\n")}`;

describe("a success criterion's figure that nothing measures", () => {
  const availability = "系统可用性 > 99.9%（24小时内）";

  test("is named with the others, in its lines", () => {
    const [finding, ...more] = found(
      "criterion-unmeasured",
      measuring(rate("错误率 < 0.1%", "sum(errors) or vector(0)")),
    );
    expect(more).toEqual([]);
    expect(finding?.facts).toMatchObject({ count: 1, all: 2, criteria: availability });
    expect(PLAN.split("\n")[(finding?.line ?? 0) - 1]).toContain(availability);
    for (const sentence of Object.values(finding?.message ?? {})) expect(sentence).toContain(availability);
  });

  test("is nothing to say when each is measured", () => {
    const value = `### ${availability}\n\n- 方式: 数值\n- 通过: > 99.9\n\n**查询**\n\n\`\`\`promql\navg(up)\n\`\`\`\n`;
    const source = measuring(rate("错误率 < 0.1%", "sum(errors) or vector(0)"), value);
    expect(found("criterion-unmeasured", source)).toEqual([]);
  });
});

describe("an error query that has no answer before the first error", () => {
  const errors = (query: string, more = "") =>
    found("errors-without-zero", measuring(rate("错误率 < 0.1%", query, more)));

  test.each(["sum(errors)", "sum(errors) # or vector(0)", 'sum(errors{code="or"})'])("%s is noticed", (query) => {
    const [finding, ...more] = errors(query);
    expect(more).toEqual([]);
    expect(finding?.message.zh).toContain("错误率 < 0.1%");
    expect(finding?.message.en).toContain("`or vector(0)`");
  });

  test.each(["sum(errors) or vector(0)", "sum(errors)\n  OR on() vector(0)"])("%s answers", (query) =>
    expect(errors(query)).toEqual([]),
  );

  test("where successes are counted, they are there from the first request on", () =>
    expect(errors("sum(successes)", "- 健康的一侧: above\n")).toEqual([]));
});
