import { expect, it } from "vitest";
import { shifting } from "@/lib/domain/release/fixtures/small-night";
import { alertReports } from "./round-reports";
import { isSeen } from "./source-answer";

const alert = (id: string) => ({
  ...{ id, name: id, summary: "", severity: "", silenced: false, since: null },
  source: "main",
});

it("a storm of alerts tells the first fifty once, and none of them again as long as it stands, in whatever order they come", () => {
  const state = shifting().state();
  const storm = Array.from({ length: 200 }, (_, index) => alert(`a${index}`));
  const first = alertReports(state, storm);
  expect(first).toHaveLength(50);
  const alerts = Object.fromEntries(
    first.flatMap((command) =>
      command.type === "alert.report"
        ? [[command.alert, { name: "", summary: "", source: "main", status: "firing" as const, since: 0 }]]
        : [],
    ),
  );
  expect(alertReports({ ...state, alerts }, storm.toReversed())).toEqual([]);
  expect(alertReports({ ...state, alerts }, [])).toHaveLength(50);
});

it("nothing is said of alerts when nobody could be asked", () => {
  expect(alertReports(shifting().state(), null)).toEqual([]);
});

it.each([
  [200, true],
  [400, true],
  [401, false],
  [403, false],
  [429, false],
  [503, false],
])("a source that answers %i is seen: %s", (status, seen) => {
  expect(isSeen({ kind: "reply", status, body: {} })).toBe(seen);
});
