import { expect, test } from "vitest";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { measuredSample } from "@/lib/rehearsal/fixtures/sample-night";
import { readSamplePlan } from "./sample-plan";

test("the sample plan that is loaded is understood whole, and all that it wants watched is measured", async () => {
  const { plan, findings, coverage } = compilePlan(await readSamplePlan());
  expect(plan).toEqual(measuredSample());
  expect(coverage.accountedFor).toBe(coverage.nonBlank);
  expect(findings.filter(({ rule }) => /^(not-understood|check-unknown|measure-incomplete)$/.test(rule))).toEqual([]);
  expect(plan?.checks.filter(({ measure }) => measure === null)).toEqual([]);
});
