import { expect, test } from "vitest";
import { readPlan } from "./read-plan";

const head =
  "# Plan\n\n## Timeline\n\n| Time | Task | Owner |\n|---|---|---|\n| 02:00 | Deploy | DBA |\n\n## Rollback triggers\n\n";
const measuresIn = (table: string) =>
  (readPlan(head + table).plan?.checks ?? []).map(({ text, measure }) => ({ text, measure }));

test("a trigger with a query beside it fails on what its words say", () => {
  const [check] = measuresIn("| Condition | Query |\n|---|---|\n| Lag >= 30 s | `max(lag_seconds)` |\n");
  expect(check?.text).toBe("Lag >= 30 s");
  expect(check?.measure).toMatchObject({
    kind: "limit",
    query: "max(lag_seconds)",
    unit: "s",
    pass: null,
    fail: { comparator: ">=", value: 30 },
  });
});

test.each([
  ["no query", "| Condition | Query |\n|---|---|\n| Lag >= 30 s | |\n"],
  ["no figure to compare with", "| Condition | Query |\n|---|---|\n| 3 nodes are down | `up` |\n"],
])("a trigger with %s is left to people", (_, table) => {
  expect(measuresIn(table).map(({ measure }) => measure)).toEqual([null]);
});
