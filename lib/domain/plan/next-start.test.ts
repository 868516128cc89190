import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { instantOf } from "./local-time";
import { nextStart } from "./next-start";
import type { Plan } from "./plan";

const zone = "Asia/Shanghai";
const window = { start: "2025-03-15T02:00", end: "2025-03-15T06:00" };
const plan: Plan = { ...smallPlan, timeZone: zone, info: { ...smallPlan.info, window } };

test("the planned start stands while it lies ahead", () => {
  expect(nextStart(plan, instantOf("2025-03-14T23:00", zone))).toBe("2025-03-15T02:00");
});

test("a past plan is proposed for the next day of its zone at its own time", () => {
  expect(nextStart(plan, instantOf("2026-11-23T23:30", zone))).toBe("2026-11-24T02:00");
  expect(nextStart(plan, instantOf("2026-11-23T00:30", zone))).toBe("2026-11-24T02:00");
});

test("a plan without a window is proposed for the night", () => {
  const without: Plan = { ...plan, info: { ...plan.info, window: null } };
  expect(nextStart(without, instantOf("2026-11-23T12:00", zone))).toBe("2026-11-24T02:00");
});
