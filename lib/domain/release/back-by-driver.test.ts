import { expect, test } from "vitest";
import { backByDriver } from "./back-by-driver";
import { end, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import { atFirstGate, ops, shifting } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";

const blueGreen = { before: null, switch: null, rollback: null, rollbackWithinMin: 1, lines: { from: 0, to: 0 } };
const plan = { ...boundPlan(smallPlan), blueGreen };

test("the way back of the traffic is told from the start of the rollback, against the time that the plan gives the switch", () => {
  const play = shifting({ plan });
  end(play, take(play), "succeeded");
  expect(backByDriver(plan, play.state())).toBeNull();
  play.must(ops, { type: "rollback.start" });
  const begun = play.now();
  expect(backByDriver(plan, play.state())).toEqual({ standing: "asked", since: begun, until: null, targetMs: 60_000 });
  const job = take(play);
  expect(backByDriver(plan, play.state())?.standing).toBe("running");
  play.pass(0.2);
  end(play, job, "succeeded");
  expect(backByDriver(plan, play.state())).toMatchObject({ standing: "back", until: begun + 12_000 });
});

test("a way back that failed or was lost is neither over nor back", () => {
  for (const outcome of ["failed", "lost"] as const) {
    const play = shifting({ plan });
    play.must(ops, { type: "rollback.start" });
    end(play, take(play), outcome);
    expect(backByDriver(plan, play.state())).toMatchObject({ standing: outcome, until: null });
  }
});

test("the late word of a way back that was lost is no failure of the driver: somebody has to look", () => {
  const play = shifting({ plan });
  play.must(ops, { type: "rollback.start" });
  const job = take(play);
  end(play, job, "lost");
  end(play, job, "succeeded");
  expect(backByDriver(plan, play.state())).toMatchObject({ standing: "late", until: null });
});

test("nothing is told where people take the traffic back", () => {
  const play = atFirstGate();
  play.must(ops, { type: "rollback.start" });
  expect(backByDriver(play.plan, play.state())).toBeNull();
});
