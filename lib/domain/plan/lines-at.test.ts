import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import type { Finding } from "./finding";
import { linesAt } from "./lines-at";

const NOWHERE = { from: 0, to: 0 };
const places = [
  { from: 40, to: 60 },
  { from: 44, to: 46 },
];
const plan = {
  ...smallPlan,
  stages: smallPlan.stages.map((stage, index) => ({ ...stage, lines: places[index] ?? NOWHERE })),
};

const finding: Finding = {
  rule: "gap",
  severity: "error",
  line: 45,
  lines: { from: 45, to: 45 },
  message: { zh: "缺", en: "missing" },
  facts: {},
};

test("a line belongs to the smallest part around it", () => {
  expect(linesAt(plan, [], 50)).toEqual({ from: 40, to: 60 });
  expect(linesAt(plan, [], 45)).toEqual({ from: 44, to: 46 });
});

test("a finding on the line is nearer than the part around it", () => {
  expect(linesAt(plan, [finding], 45)).toEqual({ from: 45, to: 45 });
});

test("a line from which nothing was read belongs to nothing", () => {
  expect(linesAt(plan, [], 900)).toBeNull();
  expect(linesAt(null, [], 1)).toBeNull();
});
