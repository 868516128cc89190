import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { PlanReading } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "../read-plan";
import type { ExpectedPlan } from "./expected-plan";
import { scorePlan } from "./score-plan";

const source = readFileSync(resolve(import.meta.dirname, "../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
const reading = readPlan(source);
const fence = source.split("\n").indexOf("# 1. 全量备份（所有数据库）") + 1;

const expected: ExpectedPlan = {
  language: "zh",
  version: "v1.0.0-MVP",
  window: { start: "2025-03-15T02:00", end: "2025-03-15T06:00" },
  rollbackWithinMin: 30,
  stages: [
    { name: "数据库全量备份", kinds: ["backup"], startMin: 10, durationMin: 20, owners: ["DBA"] },
    { name: "5% 灰度发布", kinds: ["shift"], startMin: 80, durationMin: 10, share: 5, owners: ["DevOps"] },
  ],
  canary: [{ share: 25, soakMin: 120 }],
  items: ["Code Review 100% 完成"],
  code: [{ where: "steps", lines: { from: fence, to: fence + 9 } }],
  triggers: [{ text: "数据库死锁", level: "P0" }],
  rollback: { targetMin: 5, steps: ["Nginx 切换流量到蓝环境"] },
  windows: [{ text: "0-2小时", fromMin: 0, toMin: 120 }],
  contacts: [{ role: "DBA", person: "王五", phone: "13800000003", email: "wangwu@scm.com" }],
  placeholders: [],
};

const missed = (changed: PlanReading, what: ExpectedPlan = expected) =>
  scorePlan(changed, what, source)
    .parts.filter(({ found }) => !found)
    .map(({ part }) => part);

function withPlan(change: (plan: Plan) => Plan): PlanReading {
  if (reading.plan === null) throw new Error("The sample plan must be readable.");
  return { ...reading, plan: change(reading.plan) };
}

describe("scoring what was read", () => {
  test("a plan with every expected part misses none, and every stated field counts", () => {
    expect(missed(reading)).toEqual([]);
    expect(scorePlan(reading, expected, source).parts).toHaveLength(31);
  });

  test("a missing stage misses its title and all its fields", () => {
    const without = withPlan((plan) => ({
      ...plan,
      stages: plan.stages.filter(({ name }) => !name.includes("全量备份")),
    }));
    expect(missed(without)).toEqual(
      ["", " kind", " start", " duration", " owners"].map((at) => `stage "数据库全量备份"${at}`),
    );
  });

  test("one wrong field of a stage misses that field only", () => {
    const late = withPlan((plan) => ({
      ...plan,
      stages: plan.stages.map((stage) => (stage.share === 5 ? { ...stage, durationMin: 11 } : stage)),
    }));
    expect(missed(late)).toEqual(['stage "5% 灰度发布" duration']);
  });

  test("an owner too many is a wrong owner", () => {
    const crowded = withPlan((plan) => ({
      ...plan,
      stages: plan.stages.map((stage) => ({ ...stage, owners: [...stage.owners, plan.manager] })),
    }));
    expect(missed(crowded)).toContain('stage "数据库全量备份" owners');
  });

  test("a window on another day is wrong, and so are the starts inside it", () => {
    const moved = withPlan((plan) => ({
      ...plan,
      info: { ...plan.info, window: { start: "2025-03-16T02:00", end: "2025-03-16T06:00" } },
    }));
    expect(missed(moved)).toEqual([
      "window start",
      "window end",
      'stage "数据库全量备份" start',
      'stage "5% 灰度发布" start',
    ]);
  });

  test("one byte of a command makes its fence wrong", () => {
    const altered = withPlan((plan) => ({
      ...plan,
      stepGroups: plan.stepGroups.map((group) => ({
        ...group,
        steps: group.steps.map((step) => ({ ...step, commands: step.commands.replace("pg_dump -h", "pg_dump  -h") })),
      })),
    }));
    expect(missed(altered)).toEqual([`code of lines ${fence}-${fence + 9} in steps`]);
  });

  test("a wrong level, target, phone and soak are each one part", () => {
    const wrong = withPlan((plan) => ({
      ...plan,
      canary: plan.canary.map((stage) => ({ ...stage, soakMin: 1 })),
      triggers: plan.triggers.map((trigger) => ({ ...trigger, level: "P1" })),
      rollback: plan.rollback === null ? null : { ...plan.rollback, targetMin: 6 },
      contacts: plan.contacts.map((contact) => ({ ...contact, phone: null })),
    }));
    expect(missed(wrong)).toEqual([
      "canary 25 % soak",
      'trigger "数据库死锁" level',
      "rollback target",
      'contact "王五" phone',
    ]);
  });

  test("one text of the plan answers for one expectation only", () => {
    const twice = { items: ["Code Review 100% 完成", "Code Review 100% 完成"] };
    expect(missed(reading, twice)).toEqual(["item"]);
  });

  test("what the document does not have is counted as extra", () => {
    const doubled = withPlan((plan) => ({ ...plan, contacts: [...plan.contacts, ...plan.contacts.slice(0, 1)] }));
    const people = { contacts: ["张三", "李四", "王五", "赵六", "孙七"].map((person) => ({ role: "", person })) };
    expect(scorePlan(reading, people, source).surplus).toEqual([]);
    expect(scorePlan(doubled, people, source).surplus).toEqual([{ part: "contact", got: "张三" }]);
  });

  test("a placeholder without a finding is missed", () => {
    expect(missed(reading, { placeholders: [1] })).toEqual(["placeholder"]);
  });

  test("where nothing was read, nothing is found", () => {
    const nothing: PlanReading = { plan: null, findings: [], coverage: { nonBlank: 1, accountedFor: 0 } };
    const score = scorePlan(nothing, { ...expected, language: "en", placeholders: [3] }, source);
    expect(score.parts.filter(({ found }) => found)).toEqual([]);
    expect(score.parts).toHaveLength(32);
  });
});
