import { expect, it } from "vitest";
import { DEFAULT_RUN, type Measure } from "./measure";
import { checkOfCriterion, checksOfWindow } from "./measured-by";

const lines = { from: 0, to: 0 };
const measure: Measure = { ...DEFAULT_RUN, kind: "limit", query: "q", unit: "", pass: null, fail: null };
const check = (id: `check:${string}`, name: string, text: string, own: Measure | null = measure) => ({
  ...{ id, name, text, measure: own, required: false, lines },
});
const checks = [
  check("check:1", "错误率", "错误率 < 0.1%"),
  check("check:2", "P99延迟", "P99延迟 < 100ms", null),
  check("check:3", "P99延迟", "P99延迟 < 100ms"),
];

it("a criterion is measured by the check that says the same, if anybody has said how", () => {
  expect(checkOfCriterion({ checks }, { text: "错误率 < 0.1%" })?.id).toBe("check:1");
  expect(checkOfCriterion({ checks }, { text: "P99延迟 < 100ms" })?.id).toBe("check:3");
  expect(checkOfCriterion({ checks }, { text: "错误率" })).toBeNull();
});

it("a window is measured by the checks of what it looks at, by text or by name", () => {
  expect(checksOfWindow({ checks }, { focus: ["错误率", "P99延迟", "告警"] }).map(({ id }) => id)).toEqual([
    "check:1",
    "check:3",
  ]);
  expect(checksOfWindow({ checks }, { focus: ["成本"] })).toEqual([]);
});
