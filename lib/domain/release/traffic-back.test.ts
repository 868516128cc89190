import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { describeCondition } from "./describe-condition";
import { rollbackConditions } from "./end-conditions";
import { end, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import type { Play } from "./fixtures/release-play";
import { atFirstGate, ops, rm, shifting, soaking } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { trafficStep, unconfirmedShare } from "./traffic-back";

const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));

function rollingBack(play = soaking()) {
  play.must(ops, { type: "rollback.start" });
  return { play, share: () => unconfirmedShare(play.plan, play.state()) };
}

describe("the traffic of a rollback", () => {
  it("is moved by the step that says so, not by the one that announces it", () => {
    expect(trafficStep(sample)?.name).toBe("Nginx 切换流量到蓝环境");
    expect(trafficStep(soaking().plan)?.id).toBe("rollback-step:1");
  });

  it("is not known to be back until its step is done", () => {
    const { play, share } = rollingBack();
    expect(play.state().traffic.wanted).toBe(0);
    expect(share()).toBe(50);
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "failed", reason: "nginx -t" });
    expect(share()).toBe(50);
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "done" });
    expect(share()).toBeNull();
  });

  it("stays unconfirmed when the rollback ends without that step", () => {
    const { play, share } = rollingBack();
    play.must(rm, { type: "rollback.complete", failures: "the proxy does not answer" });
    expect(play.state().status).toBe("rolled_back");
    expect(share()).toBe(50);
  });

  it("is back when it was measured so, whatever is ticked", () => {
    const { play, share } = rollingBack();
    play.happen({ type: "traffic.in_band", payload: { wanted: 0, observed: 0 } });
    expect(share()).toBeNull();
  });

  it("has nothing to confirm where none had been moved, and where nobody rolls back", () => {
    expect(rollingBack(atFirstGate()).share()).toBeNull();
    const play = soaking();
    expect(unconfirmedShare(play.plan, play.state())).toBeNull();
  });
});

describe("a rollback whose traffic a driver takes back", () => {
  const bound = boundPlan(smallPlan);
  const plan = { ...bound, bindings: bound.bindings.filter(({ target }) => target.kind !== "rollback_step") };
  const complete = { type: "rollback.complete" } as const;

  /** The second step is done already: only the traffic, and the step that says so, are open. */
  function begun(of = plan): Play {
    const play = shifting({ plan: of });
    end(play, take(play), "succeeded");
    play.must(ops, { type: "rollback.start" });
    play.must(ops, { type: "rollback.step", step: "rollback-step:2", outcome: "done" });
    return play;
  }

  const inTheWay = (play: Play) =>
    rollbackConditions(play.plan, play.state())
      .filter(({ kind, met }) => kind === "traffic" && met === "unmet")
      .map((one) => describeCondition(play.plan, one).key);

  it("is not over while the move waits for a runner or runs, whatever is ticked, unless its failures are named", () => {
    const play = begun();
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "skipped" });
    expect(inTheWay(play)).toEqual(["condition.traffic.waiting"]);
    expect(play.refusal(rm, complete).unmet).toMatchObject([
      { kind: "traffic", met: "unmet", owners: ["role:rm", "role:ops"] },
    ]);
    take(play);
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "done" });
    expect(inTheWay(play)).toEqual(["condition.traffic.running"]);
    expect(play.refusal(rm, complete).kind).toBe("unmet");
    play.must(rm, { ...complete, failures: "the proxy hangs" });
    expect(play.state().status).toBe("rolled_back");
  });

  it("is over with the driver's word", () => {
    const play = begun();
    end(play, take(play), "succeeded");
    expect(inTheWay(play)).toEqual([]);
    play.must(rm, complete);
    expect(unconfirmedShare(play.plan, play.state())).toBeNull();
  });

  it.each([
    ["failed", {}],
    ["lost", {}],
    ["timed_out", {}],
    ["succeeded", { byHand: true }],
  ] as const)("is not over when the move %s (%o), until somebody has seen the traffic back", (outcome, more) => {
    const ended = () => {
      const play = begun();
      end(play, take(play), outcome, more);
      expect(inTheWay(play)).toEqual(["condition.traffic.unknown"]);
      return play;
    };
    const skipped = ended();
    skipped.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "skipped" });
    expect(skipped.refusal(rm, complete).unmet).toMatchObject([{ kind: "traffic" }]);
    skipped.happen({ type: "traffic.in_band", payload: { wanted: 0, observed: 0 } });
    skipped.must(rm, complete);
    const ticked = ended();
    ticked.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "done" });
    ticked.must(rm, complete);
  });

  it("is not over by a late word of a move that was lost, nor by an earlier one than the newest", () => {
    const late = begun();
    const job = take(late);
    end(late, job, "lost");
    end(late, job, "succeeded");
    expect(inTheWay(late)).toEqual(["condition.traffic.unknown"]);
    const again = begun();
    again.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "skipped" });
    end(again, take(again), "succeeded");
    again.must(ops, { type: "rollback.traffic" });
    expect(inTheWay(again)).toEqual(["condition.traffic.waiting"]);
    expect(unconfirmedShare(again.plan, again.state())).toBe(50);
  });

  it("is not confirmed by its completion where no step says so", () => {
    const rollback = plan.rollback === null ? null : { ...plan.rollback, steps: plan.rollback.steps.slice(1) };
    const play = begun({ ...plan, rollback });
    expect(trafficStep(play.plan)).toBeNull();
    play.happen({ type: "rollback.completed", payload: { failures: null, tookMs: 0 } });
    expect(unconfirmedShare(play.plan, play.state())).toBe(50);
  });
});

describe("the share that a rollback finds", () => {
  const plan = boundPlan(smallPlan);
  const found = (play: Play) => {
    play.must(ops, { type: "rollback.start" });
    return play.state().rollback.started?.fromShare;
  };

  it("is that of a first promote which runs, and not of one that waits", () => {
    const running = shifting({ plan });
    take(running);
    expect(found(running)).toBe(50);
    expect(unconfirmedShare(plan, running.state())).toBe(50);
    expect(found(shifting({ plan }))).toBe(0);
  });

  it.each(["lost", "timed_out"] as const)(
    "is that of a promote which was %s, though it was asked for again",
    (outcome) => {
      const play = shifting({ plan });
      end(play, take(play), outcome);
      play.must(ops, { type: "traffic.shift", share: 50 });
      expect(found(play)).toBe(50);
    },
  );

  it("is that of a promote which came too late to be set, and not of one that moved nothing", () => {
    const late = shifting({ plan });
    const job = take(late);
    late.must(rm, { type: "release.hold" });
    end(late, job, "succeeded");
    expect(found(late)).toBe(50);
    const refused = shifting({ plan });
    end(refused, take(refused), "refused");
    expect(found(refused)).toBe(0);
    const byHand = shifting({ plan });
    end(byHand, take(byHand), "succeeded", { byHand: true });
    expect(found(byHand)).toBe(0);
  });

  it("is what was set since, where less was", () => {
    const byDriver = shifting({ plan });
    end(byDriver, take(byDriver), "succeeded");
    byDriver.must(ops, { type: "traffic.shift", share: 50 });
    end(byDriver, take(byDriver), "lost");
    byDriver.must(ops, { type: "traffic.shift", share: 10 });
    end(byDriver, take(byDriver), "succeeded");
    expect(found(byDriver)).toBe(10);
    const byWord = shifting({ plan });
    end(byWord, take(byWord), "succeeded");
    byWord.must(ops, { type: "traffic.shift", share: 50 });
    end(byWord, take(byWord), "lost");
    byWord.must(ops, { type: "traffic.confirm", share: 10 });
    expect(found(byWord)).toBe(10);
  });
});
