import { expect, test } from "vitest";
import { deriveChecks } from "./derive-checks";
import type { CanaryStage, RollbackTrigger } from "./plan";

const nowhere = { from: 0, to: 0 };

function canary(order: number, share: number, watch: string[]): CanaryStage {
  return {
    order,
    name: "",
    share,
    soakMin: null,
    pods: { new: null, old: null },
    newVersion: null,
    oldVersion: null,
    watch: watch.map((text) => ({ text, lines: nowhere })),
    decisions: [],
    diagram: null,
    lines: nowhere,
  };
}

const trigger = (text: string): RollbackTrigger => ({
  id: "trigger:p0-1",
  level: "P0",
  text,
  check: null,
  lines: nowhere,
});

test("every watched metric is a required check that nobody has said how to measure", () =>
  expect(deriveChecks([canary(1, 5, ["错误率 < 0.1%", "P99延迟无明显上升"])], []).checks).toEqual([
    { id: "check:1.1", name: "错误率", text: "错误率 < 0.1%", measure: null, required: true, lines: nowhere },
    {
      id: "check:1.2",
      name: "P99延迟无明显上升",
      text: "P99延迟无明显上升",
      measure: null,
      required: true,
      lines: nowhere,
    },
  ]));

test.each([
  ["错误率 > 1%", "check:p0-1"],
  ["错误率 0.1% - 1%", "check:p0-1"],
  ["p95 latency > 400 ms", "check:p0-1"],
  ["数据库死锁", null],
  ["P0 告警", null],
])("a trigger is a check when it names a figure: %s", (text, check) => {
  const derived = deriveChecks([], [trigger(text)]);
  expect(derived.triggers[0]?.check).toBe(check);
  expect(derived.checks.map(({ id, required }) => [id, required])).toEqual(check === null ? [] : [[check, false]]);
});

test("what is watched is what the highest stage reached names, or the last one before it that names anything", () => {
  const { checksAt } = deriveChecks([canary(1, 5, ["a"]), canary(2, 25, []), canary(3, 100, ["b"])], []);
  expect([0, 5, 10, 25, 100].map(checksAt)).toEqual([[], ["check:1.1"], ["check:1.1"], ["check:1.1"], ["check:3.1"]]);
});
