import { describe, expect, test } from "vitest";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "./read-plan";

const timeline =
  "## Timeline\n\n| Time | Task | Owner | Min |\n|---|---|---|---|\n| 23:30 | Deploy | Ana Kovac | 10 |\n\n";
const roster = "## Contacts\n\n| Role | Name | Phone |\n|---|---|---|\n| DBA | Ana Kovac | +49 341 555 0401 |\n\n";

function planOf(text: string): Plan {
  const { plan } = readPlan(`# Plan\n\n${roster}${timeline}${text}`);
  if (plan === null) throw new Error("The document is a plan.");
  return plan;
}

describe("a document that knows no Markdown", () => {
  test("has boxes without bullets below numbered lines", () => {
    const text = "4.0 Prerequisites\n-----------------\n\n4.1 Paperwork\n\n  [ ] Approved\n  [x] Announced\n";
    expect(planOf(text).sections.map(({ name, items }) => [name, items.map((item) => item.text)])).toEqual([
      ["Paperwork", ["Approved", "Announced"]],
    ]);
  });

  test("numbers the steps of a chapter with the chapter's number", () => {
    const text =
      "8.0 Back-out procedure (8 minutes)\n----------------------------------\n\n8.1 Return the share\n8.2 Call the board\n";
    const { rollback } = planOf(text);
    expect(rollback?.targetMin).toBe(8);
    expect(rollback?.steps.map(({ name }) => name)).toEqual(["Return the share", "Call the board"]);
  });

  test("has commands for a row of the timeline by its number", () => {
    const rows =
      "5.0 Sequence of activities\n---\n\n| Act. | Clock | Activity | Performed by | Min |\n|---|---|---|---|---|\n| 5.1 | 23:40 | Archive the calls | Ana | 20 |\n| 5.2 | 00:00 | Bring up the pair | Ana | 25 |\n\nCommands for activity 5.2:\n\n    ssh sbc11-a redundancy\n";
    const { plan, findings } = readPlan(`# Plan\n\n${roster}${rows}`);
    expect(plan?.stepGroups.map(({ name }) => name)).toEqual(["Bring up the pair"]);
    expect(plan?.stages.map(({ stepGroups }) => stepGroups)).toEqual([[], [1]]);
    expect(findings.map(({ rule }) => rule)).not.toContain("steps-unbound");
  });

  test("names a scenario by a numbered line above what it says about it", () => {
    const text =
      "9.0 Contingencies\n-----------------\n\n9.1 Licence refused\n\nSymptom: cause 503\nAction: take the grace licence\n\nExpected recovery: 3 minutes.\n";
    expect(planOf(text).playbooks).toMatchObject([{ name: "Licence refused", symptom: "cause 503", recoveryMin: 3 }]);
  });

  test("gives day, beginning and end in lines of their own, with a zone that ends like a T", () => {
    const text = "## Maintenance window\n\nDate: Tuesday 19 May 2026\nBegins: 23:30 CEST\nEnds: 03:30 CEST\n";
    expect(planOf(text).info.window).toEqual({ start: "2026-05-19T23:30", end: "2026-05-20T03:30" });
  });

  test("answers first and explains behind it", () => {
    const text =
      "## Overview\n\nService impact: none expected; up to 2 minutes of failed calls\nReversible: yes, within 8 min\n";
    expect(planOf(text).info).toMatchObject({ downtime: { minutes: 0 }, rollbackable: { withinMin: 8 } });
  });

  test("says of itself what it is in the heading and what it is about below", () => {
    const { plan } = readPlan(
      `METHOD OF PROCEDURE\n===\n\nMOP title: Replace the border controllers\nAuthor: Ana\n\n${timeline}`,
    );
    expect([plan?.title, plan?.subtitle]).toEqual(["METHOD OF PROCEDURE", "Replace the border controllers"]);
  });
});

describe("a chat's way of writing", () => {
  test("has somebody keep an eye on a list of boxes", () => {
    const plan = planOf("## 上线检查清单\n\n**数据这块（Ana Kovac盯）**\n\n- [ ] 已同步\n");
    expect(plan.sections).toMatchObject([{ name: "数据这块", owners: ["role:dba"] }]);
  });

  test("watches at a time of the next day, counted from the planned end", () => {
    const text =
      "## Overview\n\nWindow: 2026-05-21 22:00 - 01:00\n\n## 观察周期\n\n- 次日 09:00 到 12:00：看早高峰\n- 三天内：看客诉\n";
    expect(planOf(text).windows.map(({ fromMin, toMin }) => [fromMin, toMin])).toEqual([
      [480, 660],
      [0, 4320],
    ]);
  });

  test("puts what is well and what is not beside each other: limits, and no reasons to go back", () => {
    const table = "| 看啥 | 正常 | 要退 |\n|---|---|---|\n| 错误率 | < 0.2% | ≥ 0.5% |\n| 进线 | < 20 通 | > 60 通 |\n";
    const plan = planOf(`## 每一刀之后看什么\n\n${table}`);
    expect(plan.criteria.map(({ text }) => text)).toEqual(["错误率 < 0.2%", "进线 < 20 通"]);
    expect(plan.triggers).toEqual([]);
  });

  test("folds a scenario and says in a sentence how long it takes", () => {
    const text =
      "## 🧯 出事别慌\n\n<details>\n<summary>场景一：频繁重启</summary>\n\n现象：OOM\n\n怎么办：\n\n```bash\nkubectl top pod\n```\n\n预计 5 分钟恢复\n\n</details>\n";
    expect(planOf(text).playbooks).toMatchObject([{ name: "频繁重启", symptom: "OOM", recoveryMin: 5 }]);
  });

  test("calls commands by their heading, not by the sentence in front of them", () => {
    const text = "## 操作步骤\n\n### 切流量\n\n三次都用同一个脚本，只换比例：\n\n```bash\n./share.sh 2\n```\n";
    expect(planOf(text).stepGroups.map(({ name }) => name)).toEqual(["切流量"]);
  });
});
