import { expect, test } from "vitest";
import { applyEvents, keptEvents } from "./apply-events";
import { smallEvents, smallPlan, viewAt } from "./small-release";

test("events that follow directly are folded in, and the head moves with them", () => {
  const { outcome, view } = applyEvents(smallPlan, viewAt(3), { events: smallEvents(4, 6), head: "hash 6" });
  expect(outcome).toBe("applied");
  expect(view).toEqual(viewAt(6));
});

test("events that are already there change nothing", () => {
  const before = viewAt(5);
  const { outcome, view } = applyEvents(smallPlan, before, { events: smallEvents(2, 4), head: "hash 4" });
  expect(outcome).toBe("known");
  expect(view).toBe(before);
});

test("of a batch that overlaps only the new part is folded in", () => {
  const { outcome, view } = applyEvents(smallPlan, viewAt(4), { events: smallEvents(3, 7), head: "hash 7" });
  expect(outcome).toBe("applied");
  expect(view).toEqual(viewAt(7));
});

test.each([
  ["behind a missing one", smallEvents(5, 6)],
  ["with a hole inside", [...smallEvents(4, 4), ...smallEvents(6, 6)]],
  ["out of order", smallEvents(4, 5).reverse()],
])("a batch %s is a gap, and nothing of it is shown", (_, events) => {
  const before = viewAt(3);
  expect(applyEvents(smallPlan, before, { events, head: "x" })).toEqual({ outcome: "gap", view: before });
});

test("a screen keeps a bounded number of events, the newest", () => {
  const { view } = applyEvents(smallPlan, viewAt(1), { events: smallEvents(2, keptEvents + 50), head: "h" });
  expect(view.events).toHaveLength(keptEvents);
  expect(view.events.at(-1)?.seq).toBe(keptEvents + 50);
  expect(view.state.seq).toBe(keptEvents + 50);
});
