import fc from "fast-check";
import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import type { Binding } from "./binding";
import { placeOf, readArguments, writeArguments } from "./binding-text";
import { comparePlans } from "./compare-plans";
import { findDanglingReference } from "./dangling-reference";
import type { Plan } from "./plan";
import { settlePlan } from "./settle-plan";

const lines = { from: 0, to: 0 };
const binding = (target: Binding["target"]): Binding => {
  return { target, work: { kind: "action", name: "dump", arguments: { database: "shop" } }, labels: ["db"], lines };
};
const bound: Plan = {
  ...smallPlan,
  bindings: [binding({ kind: "step", step: "step:1.2" }), binding({ kind: "traffic" })],
};

test("arguments are written as people write them and read as they were, whatever stands in a value", () => {
  expect(writeArguments({ database: "shop", note: "a; b", empty: "" })).toBe('database=shop; empty=""; note="a; b"');
  const names = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ unit: "grapheme" }), { noNullPrototype: true }), (values) => {
      expect(readArguments(writeArguments(values))).toEqual(values);
    }),
  );
});

test("a target is named by its place", () => {
  expect(placeOf(bound, { kind: "step", step: "step:1.2" })).toEqual({ place: "1.2", name: "List" });
  expect(placeOf(bound, { kind: "step", step: "step:9.9" })).toBeNull();
});

test("a step that goes takes its binding with it", () => {
  const stepGroups = bound.stepGroups.map((group) => ({ ...group, steps: group.steps.slice(0, 1) }));
  expect(settlePlan({ ...bound, stepGroups }, bound).bindings.map(({ target }) => target.kind)).toEqual(["traffic"]);
});

test("a binding of nothing, and two of one thing, hang in the air", () => {
  expect(findDanglingReference(bound)).toBeNull();
  const lost = { ...bound, bindings: [binding({ kind: "step", step: "step:9.9" })] };
  expect(findDanglingReference(lost)).toEqual({ part: "step", id: "step:9.9" });
  const twice = { ...bound, bindings: [binding({ kind: "traffic" }), binding({ kind: "traffic" })] };
  expect(findDanglingReference(twice)).toEqual({ part: "binding", id: "traffic" });
});

test("a difference says by what a step is carried out now", () => {
  const [first, ...rest] = bound.bindings;
  if (first === undefined) throw new Error("The plan binds something.");
  const changed: Binding = { ...first, work: { kind: "script" }, labels: ["db", "eu"] };
  expect(comparePlans(bound, { ...bound, bindings: [changed, ...rest] })).toMatchObject([
    {
      part: "binding",
      name: "List",
      fields: [
        { field: "action", before: "dump", after: "" },
        { field: "arguments", before: "database=shop", after: "" },
        { field: "script", before: "", after: "✓" },
        { field: "labels", before: "db", after: "db · eu" },
      ],
    },
  ]);
});
