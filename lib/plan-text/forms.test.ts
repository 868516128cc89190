import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

const stagesOf = (source: string) =>
  readPlan(source).plan?.stages.map(({ name, startMin, durationMin, owners }) => [
    name,
    startMin,
    durationMin,
    ...owners,
  ]);
const rulesOf = (source: string) => readPlan(source).findings.map(({ rule }) => rule);

describe("a timeline", () => {
  test("as a list with times", () =>
    expect(
      stagesOf(
        "## Timeline\n\n- T-30m: Freeze — QA (10 min)\n- T0 Deploy @alice, 15 min\n- T+15min Smoke test (QA, 1-2 hours)\n",
      ),
    ).toEqual([
      ["Freeze", -30, 10, "role:qa"],
      ["Deploy", 0, 15, "role:alice"],
      ["Smoke test", 15, 120, "role:qa"],
    ]));
  test("as a heading for each stage, with owner and length below", () => {
    const source =
      "## 时间线\n\n### 02:00 数据库备份\n\n负责人：DBA\n耗时：半小时\n\n```sh\ndump\n```\n\n### 02:30 部署\n\n- 负责人：DevOps\n- 时长：30–45 分钟\n";
    const { plan } = readPlan(source);
    expect(stagesOf(source)).toEqual([
      ["数据库备份", 0, 30, "role:dba"],
      ["部署", 30, 45, "role:devops"],
    ]);
    expect(plan?.stages[0]?.stepGroups).toEqual([1]);
    expect(rulesOf(source)).toContain("duration-range");
  });
  test("as a table with start and end, columns in another order", () =>
    expect(
      stagesOf(
        "| Who | End | Start | Task |\n|-|-|-|-|\n| DBA | 23:20 | 23:00 | Backup |\n| SRE | 00:10 | 23:20 | Deploy |\n",
      ),
    ).toEqual([
      ["Backup", 0, 20, "role:dba"],
      ["Deploy", 20, 50, "role:sre"],
    ]));
  test("over days, of which each has its heading and table", () => {
    const head = "| 时间 | 任务 | 负责 | 时长 |\n|-|-|-|-|\n";
    const source = `## 时间安排\n\n### 第一天\n\n${head}| 20:00 | 备份 | DBA | 1小时 |\n\n### 第二天\n\n${head}| 09:00 | 部署 | 运维 | 30分钟 |\n`;
    expect(stagesOf(source)?.map(([, start]) => start)).toEqual([0, 780]);
  });
  test("counts from T where the document says when that is", () => {
    const source =
      "Window: 2026-03-03 14:00–18:00 UTC\n\n## Timeline\n\nT = 15:00 UTC\n\n- T-60m Freeze (QA, 10 min)\n- T+0 Shift 2% (SRE, 5 min)\n";
    expect(stagesOf(source)?.map(([, start]) => start)).toEqual([0, 60]);
  });
});

describe("a canary stage", () => {
  test("has traffic, length, criteria and triggers below its heading", () => {
    const source =
      "## Rollout\n\n### Stage 1: internal\n\n- Traffic: 5 %\n- Bake time: 30 min\n- Exit criteria:\n  - Error rate < 0.1 %\n  - Nobody complains\n- Rollback triggers:\n  - Error rate > 1 %\n\n### Stage 2\n\n- Traffic: 100 %\n- Duration: 1 hour\n\n## Checklist\n\n- [ ] a\n";
    const { plan } = readPlan(source);
    expect(
      plan?.canary.map(({ share, soakMin, watch, decisions }) => [share, soakMin, watch.length, decisions.length]),
    ).toEqual([
      [5, 30, 1, 1],
      [100, 60, 0, 0],
    ]);
    expect(plan?.triggers.map(({ text }) => text)).toEqual(["Error rate > 1 %"]);
  });
  test("may be a row of a table or an item of a list", () => {
    const end = "\n\n## Checklist\n\n- [ ] a\n";
    const table = `## 灰度\n\n| 批次 | 流量 | 观察时长 |\n|-|-|-|\n| 一 | 5% | 30分钟 |\n| 二 | 50% | 1小时 |${end}`;
    const list = `## Canary\n\n1. 5 % for 30 min\n2. 50 % for 1 hour${end}`;
    const expected = [
      [5, 30],
      [50, 60],
    ];
    expect(readPlan(table).plan?.canary.map(({ share, soakMin }) => [share, soakMin])).toEqual(expected);
    expect(readPlan(list).plan?.canary.map(({ share, soakMin }) => [share, soakMin])).toEqual(expected);
  });
});

describe("a checklist", () => {
  test("as a table whose ticks are never done work", () => {
    const source =
      "## Readiness\n\n| # | Check | Owner | Status |\n|-|-|-|-|\n| 1 | Backup | DBA | ✅ |\n| 2 | Alerts | SRE | |\n";
    const { plan } = readPlan(source);
    expect(plan?.sections.map(({ owners, items }) => [owners, items.map(({ text }) => text)])).toEqual([
      [
        ["role:dba", "role:sre"],
        ["Backup", "Alerts"],
      ],
    ]);
    expect(rulesOf(source)).toContain("checklist-ticked");
  });
  test("nested under names, with owners beside items", () => {
    const source =
      "## Before release\n\n- Database (DBA)\n  - [ ] Dump\n  - [ ] Restore\n- Tests\n  - [ ] Suite green (@kim)\n";
    expect(readPlan(source).plan?.sections.map(({ name, owners, items }) => [name, owners, items.length])).toEqual([
      ["Database", ["role:dba"], 2],
      ["Tests", ["role:kim"], 1],
    ]);
  });
  test("anywhere, when its items have boxes", () =>
    expect(readPlan("## Whatever this is\n\n- [ ] One\n- [x] Two\n").plan?.sections[0]?.items).toHaveLength(2));
});

describe("code belongs to the words in front of it", () => {
  test("behind a list item, byte for byte", () => {
    const source =
      "## Steps\n\n### Deploy\n\n1. Pull\n\n```sh\npull  --all\n```\n\n2. Apply\n\n   ```sh\n   apply\n   ```\n\n## Checklist\n\n- [ ] a\n";
    expect(readPlan(source).plan?.stepGroups[0]?.steps.map(({ name, commands }) => [name, commands])).toEqual([
      ["Pull", "pull  --all"],
      ["Apply", "apply"],
    ]);
  });
});

describe("what is no part of the plan is listed with its lines", () => {
  const end = "\n\n## Checklist\n\n- [ ] a\n";
  test.each([
    ["criteria", "## Zorgle\n\n- error rate < 1 %\n- p95 < 200 ms"],
    ["steps", "## Zorgle\n\n1. abc\n2. def"],
    ["list", "## Zorgle\n\n- abc\n- def"],
    ["table", "## Zorgle\n\n| Zig | Zag |\n|-|-|\n| 1 | 2 |"],
    ["prose", "## Zorgle\n\nAbc def."],
  ])("as %s", (guess, source) => {
    const { findings, coverage } = readPlan(source + end);
    expect(findings.find(({ rule }) => rule === "not-understood")?.facts["guess"]).toBe(guess);
    expect(coverage.accountedFor).toBeLessThan(coverage.nonBlank);
  });
  test("sentences that explain a known part are kept and said", () => {
    const { findings, coverage } = readPlan(
      "## Background\n\nWhy we do this.\n\n## Checklist\n\nAll of these.\n\n- [ ] a\n",
    );
    expect(findings.filter(({ rule }) => rule === "kept-as-prose").map(({ line }) => line)).toEqual([3, 7]);
    expect(coverage.accountedFor).toBe(coverage.nonBlank);
  });
});
