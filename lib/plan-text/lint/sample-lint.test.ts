import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { applyChange } from "@/lib/domain/plan/apply-change";
import { findingKey } from "@/lib/domain/plan/finding-key";
import { readPlan } from "../read-plan";
import { lintPlan } from "./lint-plan";
import golden from "./sample-lint.golden.json";
import type { LintRuleId } from "./sentences/lint-sentences";

const source = readFileSync(resolve(import.meta.dirname, "../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");

function lintOf(text: string) {
  const { plan } = readPlan(text);
  if (plan === null) throw new Error("The sample plan was not understood.");
  return lintPlan(plan, text);
}

const findings = lintOf(source);

type Wanted = readonly [
  said: string,
  rule: LintRuleId,
  lines: readonly number[],
  facts: Record<string, string | number>,
];

/** The list, one by one: what it calls the defect, the rule, every line that the finding names, its figures. */
const WANTED: readonly Wanted[] = [
  ["the 50 % stage missing from the timeline", "share-not-in-timeline", [73, 200, 202, 204], { share: 50 }],
  ["25 % without steps", "share-without-steps-like", [202, 67], { share: 25 }],
  ["50 % without steps", "share-without-steps-like", [73], { share: 50 }],
  ["three rollback targets", "rollback-targets-differ", [23, 111, 351], { count: 3, minutes: "30 / 1 / 5" }],
  ["P99 target 100 ms against 200 ms", "targets-differ", [139, 35, 493], { values: "100 ms / 200 ms" }],
  ["soak of 5 %", "soak-differs", [44, 201], { share: 5, strategy: 60, timeline: 30 }],
  ["soak of 25 %", "soak-differs", [67, 203], { share: 25, strategy: 120, timeline: 50 }],
  ["no slack", "window-without-slack", [206, 19], { busy: 240, window: 240 }],
  [
    "observation longer than the window",
    "observation-past-window",
    [44, 19, 67, 73],
    { soak: 240, total: 400, window: 240 },
  ],
  [
    "24 hours after a window of 4",
    "full-watch-past-window",
    [79, 19, 483, 484, 485, 486],
    { hours: 24, windowHours: 4 },
  ],
  [
    "release before the last update",
    "release-before-update",
    [19, 6, 8, 543],
    { day: "2025-03-15", updated: "2025-12-24" },
  ],
  ["success criteria already ticked", "criteria-ticked", [491, 492, 493, 494, 497, 498, 499], { count: 7 }],
  ["PM missing from the roster", "role-without-person", [485], { role: "PM" }],
  ["客服 missing from the roster", "role-without-person", [485], { role: "客服" }],
  ["Tech Lead missing from the roster", "role-without-person", [486], { role: "Tech Lead" }],
  ["CTO missing from the roster", "approver-without-person", [541], { role: "CTO" }],
  ["CEO missing from the roster", "approver-without-person", [541], { role: "CEO" }],
  ["QA against QA Lead", "role-spelling-differs", [199, 205, 532], { spelling: "QA", name: "QA Lead" }],
  ["a rollback script for one of five databases", "rollback-leaves-databases", [372, 216], { covered: 1, all: 5 }],
  ["exactly 0.1 % undecided", "threshold-gap", [347, 58, 492], { value: "0.1 %" }],
  ["exactly 1 % undecided", "threshold-gap", [341, 347], { value: "1 %" }],
  ["pg_restore onto a replica", "restore-onto-replica", [223], { program: "pg_restore", host: "slave" }],
  ["a backup file that cannot exist", "backup-name-unknown", [223, 216], { start: "02:10" }],
  ["v1.0.0-MVP against v1.0.0", "version-tag-differs", [18, 230, 231, 232, 233, 234, 235], { tags: "v1.0.0" }],
  ["triggers without a query", "trigger-without-query", [341, 342, 343, 344, 347, 348, 349], { count: 7, all: 7 }],
  ["`open` on a server", "needs-a-desk", [302], { program: "open" }],
  ["nginx configuration as commands, 5 %", "config-in-commands", [281], { step: "Nginx 配置（权重）" }],
  ["nginx configuration as commands, 100 %", "config-in-commands", [322], { step: "Nginx 配置（全量）" }],
  ["nginx configuration as commands, rollback", "config-in-commands", [358], { step: "Nginx 切换流量到蓝环境" }],
  [
    "a rate judged at an unknown traffic",
    "traffic-not-stated",
    [58, 201],
    { share: 5, minutes: 30, requests: 3767, wanted: 42 },
  ],
];

describe("the linter finds in the sample plan", () => {
  test.each(WANTED)("%s (%s, lines %j)", (_said, rule, lines, facts) => {
    const found = findings.find(
      (one) => one.rule === rule && Object.entries(facts).every(([key, value]) => one.facts[key] === value),
    );
    expect(found && [found.line, ...(found.also ?? []).map(({ from }) => from)]).toEqual(lines);
  });

  test("what its golden file says, word for word", () => expect(findings).toEqual(golden));

  test("nothing that keeps a release from being created", () =>
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]));

  test("each finding once: no two have the same key", () =>
    expect(new Set(findings.map(findingKey)).size).toBe(findings.length));
});

describe("the sample plan after a proposed change", () => {
  const proposing = findings.filter(({ change }) => change !== undefined);

  test.each(proposing.map((finding) => [finding.rule, finding.line, finding] as const))(
    "%s, line %i, is answered",
    (_rule, _line, finding) => {
      const { change } = finding;
      expect(change && lintOf(applyChange(source, change)).map(findingKey)).not.toContain(findingKey(finding));
    },
  );

  test("keeps every acceptance: the other findings have the keys that they had", () => {
    const moved = lintOf(`\n\n${source}`);
    expect(moved.map(findingKey)).toEqual(findings.map(findingKey));
  });
});
