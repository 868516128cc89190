import { describe, expect, test } from "vitest";
import { readPlan } from "../read-plan";

const timeline = "# Plan\n\n## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n";
const planOf = (text: string) => readPlan(timeline + text).plan;

test("a rollback's steps are what the rows do, not how they are numbered", () => {
  const table = "| Step | Action | Responsible |\n|---|---|---|\n| B1 | Drain pool A | DBA |\n| B2 | Restore | DBA |\n";
  expect(planOf(`## Rollback\n\n${table}`)?.rollback?.steps.map(({ name }) => name)).toEqual([
    "Drain pool A",
    "Restore",
  ]);
});

test.each([
  ["Back-out time: 15 minutes", 15],
  ["回退耗时：60 分钟", 60],
  ["We promise to be back in 25 minutes.", 25],
  ["Takes effect within 60 seconds.", 1],
])("“%s” is the time that a rollback may take", (line, minutes) => {
  expect(planOf(`## Rollback\n\n${line}\n\n1. Switch back\n`)?.rollback?.targetMin).toBe(minutes);
});

describe("a condition for going back", () => {
  test("has the level of the line above its list", () => {
    const urgent = "Roll back **immediately** when any of these holds:\n\n- p99 > 800 ms\n\n";
    const later = "Roll back at the end of the watch when:\n\n- Queue depth > 500\n";
    const triggers = planOf(`## Abort conditions\n\n${urgent}${later}`)?.triggers;
    expect(triggers?.map(({ level, text }) => `${level} ${text}`)).toEqual(["P0 p99 > 800 ms", "P1 Queue depth > 500"]);
  });

  test("may stand right in front of the rollback's steps", () => {
    const plan = planOf("## Rollback\n\n- login success < 97 % for 3 minutes\n\n1. Switch back\n");
    expect(plan?.triggers.map(({ text }) => text)).toEqual(["login success < 97 % for 3 minutes"]);
    expect(plan?.rollback?.steps.map(({ name }) => name)).toEqual(["Switch back"]);
  });

  test("may share one line with what is done then", () => {
    const plan = planOf(
      "## 回滚\n\n核销失败率 > 1%，或重复核销 > 0 笔，立即回滚（3分钟内）：\n\n```bash\nundo coupon\n```\n",
    );
    expect(plan?.triggers.map(({ level, text }) => `${level} ${text}`)).toEqual([
      "P0 核销失败率 > 1%",
      "P0 重复核销 > 0 笔",
    ]);
    expect(plan?.rollback).toMatchObject({ targetMin: 3, steps: [{ commands: "undo coupon" }] });
  });
});

test.each([
  ["First 2 hours", 0, 120],
  ["Hours 2 to 10", 120, 600],
  ["Days 1 to 5", 0, 7_200],
])("“%s” is a window of observation", (words, fromMin, toMin) => {
  const plan = planOf(
    `## Contacts\n\n- DBA: Ana Petrescu, +61 2 5550 0183\n\n## Hypercare\n\n- ${words}: Ana Petrescu watches disk\n`,
  );
  expect(plan?.windows).toEqual([
    expect.objectContaining({ fromMin, toMin, owners: ["role:dba"], focus: ["watches disk"] }),
  ]);
});

test("a scenario's parts may be bold lines beside its bold name", () => {
  const text = "**故障一：切换挂起**\n\n现象：无返回\n\n**处置**：\n\n1. 终止会话\n\n恢复时间：15分钟\n";
  expect(planOf(`## 应急预案\n\n${text}`)?.playbooks).toEqual([
    expect.objectContaining({ name: "故障一：切换挂起", symptom: "无返回", recoveryMin: 15 }),
  ]);
});
