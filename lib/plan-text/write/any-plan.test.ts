import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../fixtures/property-runs";
import { readPlan } from "../read-plan";
import { withoutLines } from "../settings/compare-values";
import { withBlocksOfSteps } from "./command-blocks";
import { anyPlan } from "./fixtures/any-plan";
import { withIdsOf } from "./same-ids";
import { writePlan } from "./write-plan";

const runs = propertyRuns(8);

test(
  "any plan that has something to do is the same plan after it was written and read, and is written the same way again",
  () => {
    let read = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const text = writePlan(plan);
        const again = readPlan(text);
        // A document without a stage and without an item is no plan to any reader.
        fc.pre(again.plan !== null);
        if (again.plan === null) return;
        read += 1;
        const wanted = withIdsOf(withBlocksOfSteps(plan), again.plan);
        expect(withoutLines(again.plan)).toEqual(withoutLines(wanted));
        expect(again.findings.filter(({ rule }) => rule.startsWith("setting"))).toEqual([]);
        expect(writePlan(again.plan)).toBe(text);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(read).toBeGreaterThanOrEqual(runs / 2);
  },
  runs * 75_000,
);
