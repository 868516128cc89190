import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { DEFAULT_RUN, type Measure } from "./measure";
import type { Check, Plan } from "./plan";
import { probesOf } from "./probes";

const measure: Measure = { ...DEFAULT_RUN, kind: "limit", query: "lag", unit: "ms", pass: null, fail: null };
const [item] = smallPlan.sections.flatMap(({ items }) => items);
const text = item?.text ?? "";

function planWith(check: Partial<Check>, parts: Partial<Plan> = {}): Plan {
  const own = { id: "check:own-1", name: text, text, measure, required: false, lines: { from: 0, to: 0 } } as const;
  return { ...smallPlan, checks: [{ ...own, ...check }], ...parts };
}

test("a check with the words of an item is its probe", () =>
  expect([...probesOf(planWith({}))]).toEqual([["check:own-1", item?.id]]));

test.each<[string, Plan]>([
  ["has other words", planWith({ text: "something else" })],
  ["is not measured", planWith({ measure: null })],
  ["guards a gate", planWith({}, { gates: smallPlan.gates.map((gate) => ({ ...gate, checks: ["check:own-1"] })) })],
  [
    "stands behind a trigger",
    planWith({}, { triggers: smallPlan.triggers.map((trigger) => ({ ...trigger, check: "check:own-1" })) }),
  ],
])("a check is no probe that %s", (_, plan) => expect(probesOf(plan).size).toBe(0));
