import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { atFirstGate, ops, rm, soaking } from "./fixtures/small-night";
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
