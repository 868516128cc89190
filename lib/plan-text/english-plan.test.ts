import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPlan } from "./read-plan";

const source = readFileSync(resolve(import.meta.dirname, "fixtures/english-plan.md"), "utf8");
const { plan, findings } = readPlan(source);

describe("a plan in English, in another order and other forms", () => {
  test("is an English plan in the zone that it names", () =>
    expect([plan?.language, plan?.timeZone, plan?.title]).toEqual(["en", "UTC", "Checkout 4.2 release plan"]));
  test("has a window over midnight", () =>
    expect(plan?.info).toMatchObject({
      version: "v4.2.0",
      window: { start: "2026-03-14T22:30", end: "2026-03-15T01:30" },
      windowMin: 180,
      rollbackable: { possible: true, withinMin: 15 },
      downtime: { minutes: 0 },
    }));
  test("has stages whose times run on after midnight, by columns in another order", () =>
    expect(plan?.stages.map(({ kind, startMin, durationMin, share }) => [kind, startMin, durationMin, share])).toEqual([
      ["prepare", 0, 10, null],
      ["backup", 10, 20, null],
      ["deploy", 30, 20, null],
      ["verify", 50, 10, null],
      ["shift", 60, 5, 10],
      ["observe", 65, 30, 10],
      ["shift", 95, 10, 100],
      ["verify", 105, 45, null],
      ["observe", 180, null, null],
    ]));
  test("binds steps by meaning without step numbers", () =>
    expect(plan?.stages.map(({ stepGroups }) => stepGroups)).toEqual([[], [1], [], [2], [3], [], [4], [], []]));
  test("takes a block without comments as one step named after its group, and quotes as part of a command", () => {
    expect(plan?.stepGroups[0]?.steps.map(({ name }) => name)).toEqual(["Snapshot"]);
    expect(plan?.stepGroups[1]?.steps.map(({ commands }) => commands)).toEqual([
      "npm run smoke -- --pool idle",
      "# (both pools must agree)\n./compare.sh \"idle\" 'live\n# not a comment\n'",
    ]);
  });
  test("has owners from a heading, from a line by person, and by proposal", () =>
    expect(plan?.sections.map(({ name, owners, ownersProposed }) => [name, owners, ownersProposed])).toEqual([
      ["Database", ["role:dba"], false],
      ["Monitoring", ["role:sre"], true],
      ["Release notes", ["role:qa"], false],
    ]));
  test("knows an optional item", () =>
    expect(plan?.sections[1]?.items.map(({ required }) => required)).toEqual([true, false]));
  test("has canary stages from headings and from lines below them", () =>
    expect(
      plan?.canary.map(({ share, soakMin, pods, watch }) => [share, soakMin, pods.new, pods.old, watch.length]),
    ).toEqual([
      [10, 30, 2, 18, 2],
      [100, 120, null, null, 0],
    ]));
  test("has triggers, a listed rollback, follow-ups and a playbook", () => {
    expect(plan?.triggers.map(({ id }) => id)).toEqual(["trigger:p0-1", "trigger:p0-2", "trigger:p1-1"]);
    expect([plan?.rollback?.targetMin, plan?.rollback?.steps.length]).toEqual([15, 3]);
    expect(plan?.followups.map(({ dueMin }) => dueMin)).toEqual([2_880, 20_160]);
    expect(plan?.playbooks.map(({ symptom, steps, recoveryMin }) => [symptom, steps.length, recoveryMin])).toEqual([
      ["timeouts at checkout", 2, 10],
    ]);
  });
  test("has windows, criteria of which one is ticked, and a review", () => {
    expect(plan?.windows.map(({ fromMin, toMin }) => [fromMin, toMin])).toEqual([
      [0, 120],
      [120, 1_440],
    ]);
    expect(plan?.criteria.map(({ ticked }) => ticked)).toEqual([true, false]);
    expect(plan?.review).toMatchObject({ whenText: "two days later", output: "report" });
    expect(plan?.review?.agenda.map(({ minutes }) => minutes)).toEqual([20, 40]);
  });
  test("agrees with its roster about the manager", () =>
    expect(findings.map(({ rule }) => rule)).not.toContain("manager-contradicted"));
  test("has one sentence that no part is made from", () =>
    expect(
      findings.filter(({ rule }) => rule === "kept-as-prose").map(({ line, facts }) => [line, facts["text"]]),
    ).toEqual([[187, "The weather will be fine."]]));
});
