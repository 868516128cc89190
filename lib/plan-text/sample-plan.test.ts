import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findDanglingReference } from "@/lib/domain/plan/dangling-reference";
import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "./read-plan";
import golden from "./sample.golden.json";
import goldenFindings from "./sample-findings.golden.json";

const source = readFileSync(resolve(import.meta.dirname, "../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md"), "utf8");
const reading = readPlan(source);

function planOf(): Plan {
  if (reading.plan === null) throw new Error("The sample plan was not understood.");
  return reading.plan;
}

const plan = planOf();
const at = (line: number) => ({ from: line, to: line });

describe("the sample plan", () => {
  test("is read as its golden file says, whole", () => expect(plan).toEqual(golden));
  test("gives the findings of its golden file", () => expect(reading.findings).toEqual(goldenFindings));
  test("leaves nothing that was not understood", () =>
    expect(reading.findings.filter(({ rule }) => rule.includes("understood"))).toEqual([]));
  test("hangs together", () => expect(findDanglingReference(plan)).toBeNull());

  test("states version, window, type, scope, way back and downtime", () =>
    expect(plan.info).toMatchObject({
      version: "v1.0.0-MVP",
      window: { start: "2025-03-15T02:00", end: "2025-03-15T06:00" },
      windowMin: 240,
      type: "首次上线（灰度发布 → 全量发布）",
      scope: "全部用户",
      rollbackable: { possible: true, withinMin: 30 },
      downtime: { minutes: 0 },
      lines: { from: 16, to: 24 },
    }));
  test("has 7 rows of information and 9 facts about itself", () =>
    expect([plan.info.rows.length, plan.document.length]).toEqual([7, 9]));
  test("has two groups of 3 goals", () => expect(plan.goals.map(({ goals }) => goals.length)).toEqual([3, 3]));
});

describe("its canary", () => {
  test("has 4 stages with share, soak and pods, where given", () =>
    expect(plan.canary.map(({ share, soakMin, pods }) => [share, soakMin, pods.new, pods.old])).toEqual([
      [5, 60, 2, 10],
      [25, 120, 5, 10],
      [50, 60, 10, 10],
      [100, 1440, 20, null],
    ]));
  test("names metrics and decisions for the first stage only", () =>
    expect(plan.canary.map(({ watch, decisions }) => [watch.length, decisions.length])).toEqual([
      [4, 2],
      [0, 0],
      [0, 0],
      [0, 0],
    ]));
  test("switches blue to green with three texts and goes back within a minute", () => {
    expect(plan.blueGreen?.rollbackWithinMin).toBe(1);
    expect(
      [plan.blueGreen?.before, plan.blueGreen?.switch, plan.blueGreen?.rollback].map((text) => text?.lines),
    ).toEqual([
      { from: 89, to: 90 },
      { from: 95, to: 108 },
      { from: 113, to: 119 },
    ]);
  });
});

describe("its checklist", () => {
  test("has 7 sections with 41 required items", () => {
    expect(plan.sections.map(({ items }) => items.length)).toEqual([5, 6, 6, 7, 6, 6, 5]);
    expect(plan.sections.flatMap(({ items }) => items).every(({ required }) => required)).toBe(true);
  });
  test("names no owners: each section is proposed one by what it is about", () => {
    expect(plan.sections.map(({ owners }) => owners)).toEqual([
      ["role:qa"],
      ["role:qa"],
      ["role:qa"],
      ["role:devops"],
      ["role:devops"],
      ["role:dba"],
      ["role:release-manager"],
    ]);
    expect(plan.sections.every(({ ownersProposed }) => ownersProposed)).toBe(true);
    expect(reading.findings.filter(({ rule }) => rule === "section-owner-proposed")).toHaveLength(7);
  });
});

describe("its timeline", () => {
  test("has 12 stages with start and length", () =>
    expect(plan.stages.map(({ startMin, durationMin }) => [startMin, durationMin])).toEqual([
      [0, 10],
      [10, 20],
      [30, 30],
      [60, 20],
      [80, 10],
      [90, 30],
      [120, 10],
      [130, 50],
      [180, 10],
      [190, 30],
      [220, 20],
      [240, null],
    ]));
  test("knows the kind and share of each by meaning", () =>
    expect(plan.stages.map(({ kind, share }) => (share === null ? kind : `${kind} ${share}`))).toEqual([
      "prepare",
      "backup",
      "deploy",
      "verify",
      "shift 5",
      "observe 5",
      "shift 25",
      "observe 25",
      "shift 100",
      "verify",
      "review",
      "observe",
    ]));
  test("binds 6 groups of steps to the stages that they serve; Step 5 serves both observations", () =>
    expect(plan.stages.map(({ stepGroups }) => stepGroups)).toEqual([
      [],
      [1],
      [2],
      [3],
      [4],
      [5],
      [],
      [5],
      [6],
      [],
      [],
      [],
    ]));
  test("has 3, 4, 1, 3, 3 and 2 steps", () =>
    expect(plan.stepGroups.map(({ steps }) => steps.length)).toEqual([3, 4, 1, 3, 3, 2]));
  test("takes numbered comments without commands as notes: the test cases of the smoke test", () =>
    expect(plan.stepGroups[2]?.notes.map(({ lines }) => lines)).toEqual([269, 270, 271, 272, 273, 274].map(at)));
});

describe("its way back", () => {
  test("has 4 triggers of P0 and 3 of P1", () =>
    expect(plan.triggers.map(({ level }) => level)).toEqual(["P0", "P0", "P0", "P0", "P1", "P1", "P1"]));
  test("has 5 steps with a target of 5 minutes", () => {
    expect(plan.rollback?.targetMin).toBe(5);
    expect(plan.rollback?.steps.map(({ lines }) => lines.from)).toEqual([354, 357, 365, 371, 374]);
    expect(plan.rollback?.steps.map(({ owners }) => owners)).toEqual([["role:release-manager"], [], [], [], []]);
  });
  test("has 3 follow-ups due after 24 hours, 48 hours and a week", () =>
    expect(plan.followups.map(({ dueMin, tasks }) => [dueMin, tasks.length])).toEqual([
      [1440, 3],
      [2880, 3],
      [10080, 2],
    ]));
  test("has 3 playbooks of 4 steps, back within 5, 10 and 20 minutes", () =>
    expect(plan.playbooks.map(({ steps, recoveryMin }) => [steps.length, recoveryMin])).toEqual([
      [4, 5],
      [4, 10],
      [4, 20],
    ]));
});

describe("its aftercare", () => {
  test("has 4 observation windows", () =>
    expect(plan.windows.map(({ fromMin, toMin, owners }) => [fromMin, toMin, ...owners])).toEqual([
      [0, 120, "role:everyone"],
      [120, 360, "role:devops"],
      [360, 1440, "role:pm", "role:support"],
      [1440, 10080, "role:tech-lead"],
    ]));
  test("has 7 success criteria, ticked in the document, which is recorded", () =>
    expect(plan.criteria.map(({ ticked }) => ticked)).toEqual(Array.from({ length: 7 }, () => true)));
  test("has a review with three half hours", () => {
    expect(plan.review?.agenda.map(({ minutes, topics }) => [minutes, topics.length])).toEqual([
      [30, 2],
      [30, 2],
      [30, 2],
    ]);
    expect(plan.review).toMatchObject({
      whenText: "发布后 2 个工作日",
      whoText: "全员",
      output: "发布复盘报告（Confluence）",
    });
  });
});

describe("its people", () => {
  test("are 5 contacts, 2 channels and 2 approvals", () => {
    expect(plan.contacts.map(({ role, person }) => [role, person])).toEqual([
      ["role:release-manager", "张三"],
      ["role:tech-director", "李四"],
      ["role:dba", "王五"],
      ["role:devops", "赵六"],
      ["role:qa", "孙七"],
    ]);
    expect(plan.channels.map(({ kind }) => kind)).toEqual(["chat", "call"]);
    expect(plan.approvals).toEqual([
      { role: "role:cto", lines: at(541) },
      { role: "role:ceo", lines: at(541) },
    ]);
  });
  test("merge by meaning: QA and QA Lead are one role under the roster's name", () =>
    expect(plan.roles.find(({ id }) => id === "role:qa")).toEqual({
      id: "role:qa",
      name: "QA Lead",
      spellings: ["QA Lead", "QA"],
    }));
  test("contradict each other about the manager, which is said", () =>
    expect(reading.findings.find(({ rule }) => rule === "manager-contradicted")).toMatchObject({
      line: 5,
      facts: { written: "DevOps Lead", roster: "张三", rosterLine: 528 },
    }));
  test("vote at 4 gates: before 5, 25 and 100 percent and before completion", () => {
    expect(
      plan.gates.map(({ before, after }) => [before.kind === "stage" ? before.share : "completion", after]),
    ).toEqual([
      [5, "stage:4"],
      [25, "stage:6"],
      [100, "stage:8"],
      ["completion", "stage:10"],
    ]);
    const voters = ["role:release-manager", "role:tech-director", "role:dba", "role:devops", "role:qa"];
    expect(plan.gates.map((gate) => gate.voters)).toEqual([voters, voters, voters, voters]);
  });
  test("may roll back: manager, tech director and DevOps", () =>
    expect(plan.rollbackers).toEqual(["role:release-manager", "role:tech-director", "role:devops"]));
});
