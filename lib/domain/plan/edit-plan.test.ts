import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { findDanglingReference } from "./dangling-reference";
import { freshId, insertAfter, moveBy, removeAt, replaceAt } from "./edit-rows";
import { DEFAULT_RUN } from "./measure";
import type { Plan, RollbackTrigger } from "./plan";
import { minutesAfterStart } from "./plan-clock";
import { probesOf } from "./probes";
import { settlePlan } from "./settle-plan";

const NO_TRIGGER: RollbackTrigger = {
  id: "trigger:p0-1",
  level: "P0",
  text: "",
  check: null,
  lines: { from: 0, to: 0 },
};

test("rows are added behind a place, removed, replaced and moved, and never beyond an end", () => {
  const rows = ["a", "b", "c"];
  expect(insertAfter(rows, -1, "x")).toEqual(["x", "a", "b", "c"]);
  expect(insertAfter(rows, 2, "x")).toEqual(["a", "b", "c", "x"]);
  expect(removeAt(rows, 1)).toEqual(["a", "c"]);
  expect(replaceAt(rows, 1, "x")).toEqual(["a", "x", "c"]);
  expect(moveBy(rows, 0, 2)).toEqual(["b", "c", "a"]);
  expect(moveBy(rows, 2, -1)).toEqual(["a", "c", "b"]);
  expect(moveBy(rows, 0, -1)).toEqual(rows);
  expect(rows).toEqual(["a", "b", "c"]);
});

test("a new part gets an id that no other has", () => {
  expect(freshId("item", [])).toBe("item:new-1");
  expect(freshId("item", ["item:new-1", "item:1.1"])).toBe("item:new-2");
});

test("a clock time counts from the window's start, over midnight too", () => {
  expect(minutesAfterStart("02:10", "2025-03-15T02:00")).toBe(10);
  expect(minutesAfterStart("00:30", "2025-03-15T22:00")).toBe(150);
  expect(minutesAfterStart("9:05", null)).toBe(545);
  expect(minutesAfterStart("26:00", "2025-03-15T02:00")).toBeNull();
  expect(minutesAfterStart("T-30m", "2025-03-15T02:00")).toBeNull();
});

const shift = smallPlan.stages.find(({ kind }) => kind === "shift");
if (shift === undefined) throw new Error("The small plan shifts traffic.");

const without = (id: string): Plan => ({ ...smallPlan, stages: smallPlan.stages.filter((stage) => stage.id !== id) });

test("settling an unchanged plan changes nothing about its gates", () => {
  expect(settlePlan(smallPlan, smallPlan).gates.map(({ before }) => before)).toEqual(
    smallPlan.gates.map(({ before }) => before),
  );
});

test("the gate in front of a shift goes with the shift, and nothing points at what is gone", () => {
  const settled = settlePlan(without(shift.id), smallPlan);
  expect(settled.gates.some(({ before }) => before.kind === "stage" && before.stage === shift.id)).toBe(false);
  expect(settled.stages.map(({ order }) => order)).toEqual(settled.stages.map((_, index) => index + 1));
  expect(findDanglingReference(settled)).toBeNull();
});

test("a gate keeps its second pair of eyes and its timeout when another part is edited", () => {
  const [first] = smallPlan.gates;
  if (first === undefined) throw new Error("The small plan has a gate.");
  const set: Plan = { ...smallPlan, gates: smallPlan.gates.map((gate) => ({ ...gate, fourEyes: true, lapseMin: 7 })) };
  const settled = settlePlan({ ...set, title: "another" }, set);
  expect(settled.gates.every(({ fourEyes, lapseMin }) => fourEyes && lapseMin === 7)).toBe(true);
});

test("a stage lets go of a group of steps that was removed", () => {
  const bound: Plan = { ...smallPlan, stages: smallPlan.stages.map((stage) => ({ ...stage, stepGroups: [1, 9] })) };
  const settled = settlePlan({ ...bound, stepGroups: [] }, bound);
  expect(settled.stages.flatMap(({ stepGroups }) => stepGroups)).toEqual([]);
  expect(findDanglingReference(settled)).toBeNull();
});

test("a check keeps the measure that it was just given, and the one it had when another part is edited", () => {
  const measure = { kind: "serving", requests: "served_total", ...DEFAULT_RUN } as const;
  const [first] = smallPlan.triggers;
  const watched: Plan = {
    ...smallPlan,
    triggers: [{ ...(first ?? NO_TRIGGER), id: "trigger:p0-1", text: "error rate > 1 %", check: null }],
    checks: [],
  };
  const settled = settlePlan(watched, smallPlan);
  const check = settled.checks.find(({ text }) => text === "error rate > 1 %");
  expect(check?.measure).toBeNull();
  const measured = {
    ...settled,
    checks: settled.checks.map((one) => (one.id === check?.id ? { ...one, measure } : one)),
  };
  const given = settlePlan(measured, settled);
  expect(given.checks.find(({ id }) => id === check?.id)?.measure).toEqual(measure);
  const later = settlePlan({ ...given, title: "another" }, given);
  expect(later.checks.find(({ id }) => id === check?.id)?.measure).toEqual(measure);
});

test("a probe stays with its item when the item's words are edited, letter by letter too", () => {
  const measure = { kind: "serving", requests: "served_total", ...DEFAULT_RUN } as const;
  const [item] = smallPlan.sections.flatMap(({ items }) => items);
  if (item === undefined) throw new Error("The small plan has an item.");
  const rest = { measure, required: false, lines: { from: 0, to: 0 } };
  const probed: Plan = {
    ...smallPlan,
    checks: [...smallPlan.checks, { id: "check:own-1", name: item.text, text: item.text, ...rest }],
  };
  const retyped = (plan: Plan, text: string): Plan => {
    const sections = plan.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one.id === item.id ? { ...one, text } : one)),
    }));
    return settlePlan({ ...plan, sections }, plan);
  };
  const typed = ["", "B", "Backup tried twice"].reduce(retyped, probed);
  expect(probesOf(typed).get("check:own-1")).toBe(item.id);
  expect(typed.checks.find(({ id }) => id === "check:own-1")?.measure).toEqual(measure);
});

test("what a gate was told to wait for stays when another part is edited, and goes with the check that goes", () => {
  const watch = (text: string) => ({ text, lines: { from: 0, to: 0 } });
  const stage = { soakMin: 10, pods: { new: null, old: null }, newVersion: null, oldVersion: null, decisions: [] };
  const canary = [
    { ...stage, order: 1, name: "half", share: 50, watch: [watch("errors"), watch("latency")], diagram: null },
  ].map((one) => ({ ...one, lines: { from: 0, to: 0 } }));
  const watched = settlePlan({ ...smallPlan, canary }, smallPlan);
  const errors = watched.checks.find(({ text }) => text === "errors")?.id;
  if (errors === undefined) throw new Error("What a stage watches is a check.");
  const told: Plan = { ...watched, gates: watched.gates.map((gate) => ({ ...gate, checks: [errors] })) };
  const later = settlePlan({ ...settlePlan(told, watched), title: "another" }, settlePlan(told, watched));
  expect(later.gates.map(({ checks }) => checks)).toEqual(later.gates.map(() => [errors]));
  const bare = settlePlan({ ...later, canary: [] }, later);
  expect(bare.gates.flatMap(({ checks }) => checks)).toEqual([]);
});
