import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/domain/plan/plan";
import { personActor, playRelease } from "@/lib/domain/release/fixtures/release-play";
import { beginStage, finishStage, startNight } from "@/lib/domain/release/fixtures/whole-night";
import { forecast } from "@/lib/domain/release/forecast";
import { releaseTime } from "@/lib/domain/release/time";
import {
  actualBars,
  expectedBars,
  plannedBars,
  position,
  ribbonGates,
  ribbonSpan,
  ribbonTicks,
} from "./ribbon-geometry";

const plan: Plan = JSON.parse(readFileSync(new URL("../../lib/plan-text/sample.golden.json", import.meta.url), "utf8"));
const everybody = personActor("rm", ["planner"]);

/** The sample's night after three stages, in the middle of the fourth. */
function night() {
  const play = playRelease(plan, {
    mode: "rehearsal",
    creator: everybody,
    roles: Object.fromEntries(plan.roles.map((role) => [role.id, "rm"])),
  });
  startNight(play, everybody);
  for (const stage of plan.stages.slice(0, 3)) {
    beginStage(play, everybody, stage);
    finishStage(play, everybody, stage);
  }
  const fourth = plan.stages[3];
  if (fourth !== undefined) beginStage(play, everybody, fourth);
  play.pass(5);
  const state = play.state();
  const now = releaseTime(state.clock, play.now());
  return { state, now, foreseen: forecast(plan, state, play.now()) };
}

describe("the ribbon", () => {
  it("shows the whole plan and the whole window, and now between them", () => {
    const { now, foreseen } = night();
    const span = ribbonSpan(foreseen, now);
    for (const bar of plannedBars(foreseen)) {
      expect(position(span, bar.span.from)).toBeGreaterThan(0);
      expect(position(span, bar.span.to)).toBeLessThan(100);
    }
    expect(position(span, foreseen.windowEnd ?? 0)).toBeLessThan(100);
    expect(position(span, now)).toBeGreaterThan(position(span, foreseen.windowStart));
  });

  it("ends the past at now and begins the future there", () => {
    const { state, now, foreseen } = night();
    const past = actualBars(foreseen, state, now);
    expect(past.map((bar) => bar.status)).toEqual(["completed", "completed", "completed", "running"]);
    expect(past.at(-1)?.span.to).toBe(now);
    const future = expectedBars(foreseen, now);
    expect(future[0]?.span.from).toBe(now);
    expect(future[0]?.stage.id).toBe(plan.stages[3]?.id);
  });

  it("has no bar for the phase after completion, which has no duration", () => {
    const { foreseen } = night();
    expect(plannedBars(foreseen)).toHaveLength(plan.stages.filter((stage) => stage.durationMin !== null).length);
  });

  it("marks the gate that votes as open and later ones as shut", () => {
    const { state, foreseen } = night();
    expect(ribbonGates(plan.gates, state, foreseen).map((gate) => gate.look)).toEqual(
      plan.gates.map((_, index) => (index === 0 ? "open" : "shut")),
    );
  });

  it("writes at most ten round times, on the round hours of the plan's zone", () => {
    const from = Date.parse("2025-03-15T01:40:00+08:00");
    const ticks = ribbonTicks({ from, to: from + 265 * 60_000 }, 8 * 3_600_000);
    expect(ticks.length).toBeLessThanOrEqual(10);
    expect(ticks[0]).toBe(Date.parse("2025-03-15T02:00:00+08:00"));
    // None where the names of the rows stand.
    const late = Date.parse("2025-03-15T01:59:00+08:00");
    expect(ribbonTicks({ from: late, to: late + 265 * 60_000 }, 8 * 3_600_000)[0]).toBe(
      Date.parse("2025-03-15T02:30:00+08:00"),
    );
    expect(new Set(ticks.slice(1).map((at, index) => at - (ticks[index] ?? 0)))).toEqual(new Set([30 * 60_000]));
  });

  it("keeps the plan readable when the release is hours past its end", () => {
    const { foreseen } = night();
    const late = ribbonSpan(foreseen, (foreseen.windowEnd ?? 0) + 48 * 3_600_000);
    expect(position(late, foreseen.windowEnd ?? 0)).toBeGreaterThan(50);
  });
});
