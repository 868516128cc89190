import { describe, expect, it } from "vitest";
import { backByDriver } from "./back-by-driver";
import { end, newest, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import { engine, type Play } from "./fixtures/release-play";
import { atFirstGate, fresh, ops, rm, shifting } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { JOB_OUTCOMES, jobsOf } from "./job";
import { UNTAKEN_CALLS_AFTER_MS } from "./job-calls";
import { standingCalls } from "./standing-calls";
import { unconfirmedShare } from "./traffic-back";

const plan = boundPlan(smallPlan);
const FAILURES = JOB_OUTCOMES.filter((outcome) => outcome !== "succeeded" && outcome !== "cancelled");
const MAYBE_MOVED = ["succeeded", "lost", "timed_out", "failed"] as const;

function subjects(play: Play): string[] {
  return standingCalls(play.plan, play.state()).map(({ call }) => call);
}

function rollingBack(): Play {
  const play = shifting({ plan });
  end(play, take(play), "succeeded");
  play.must(ops, { type: "rollback.start" });
  return play;
}

describe("a move of the traffic", () => {
  it.each(FAILURES)("calls a person when it is %s, until somebody takes it and asks again", (outcome) => {
    const play = shifting({ plan });
    const job = take(play);
    end(play, job, outcome);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
    play.must(rm, { type: "call.acknowledge", call: `call:${job}:traffic` });
    expect(play.state().calls[`call:${job}:traffic`]?.acknowledged?.by).toMatchObject({ name: "rm" });
    play.must(ops, { type: "traffic.shift", share: 50 });
    expect(subjects(play)).toEqual([]);
  });

  it("calls for nothing when it succeeds, or when a person cancelled it", () => {
    const good = shifting({ plan });
    end(good, take(good), "succeeded");
    expect(subjects(good)).toEqual([]);
    const cancelled = shifting({ plan });
    const job = take(cancelled);
    cancelled.must(ops, { type: "job.cancel", job });
    end(cancelled, job, "cancelled");
    expect(subjects(cancelled)).toEqual([]);
  });

  it("needs nobody any more once a person has said how the traffic stands, or its stage is ended", () => {
    const said = shifting({ plan });
    end(said, take(said), "failed");
    said.must(ops, { type: "traffic.confirm", share: 50 });
    expect(subjects(said)).toEqual([]);
    const ended = shifting({ plan });
    end(ended, take(ended), "failed");
    ended.must(ops, { type: "stage.fail", stage: "stage:3", reason: "proxy broken" });
    expect(subjects(ended)).toEqual([]);
  });

  it.each(["lost", "timed_out", "failed"] as const)(
    "calls when it was cancelled and %s: it may have moved",
    (outcome) => {
      const play = shifting({ plan });
      const job = take(play);
      play.must(ops, { type: "job.cancel", job });
      end(play, job, outcome);
      expect(subjects(play)).toEqual([`call:${job}:traffic`]);
    },
  );

  it.each(MAYBE_MOVED)("calls when it is %s after a hold, once", (outcome) => {
    const play = shifting({ plan });
    const job = take(play);
    play.must(rm, { type: "release.hold" });
    end(play, job, outcome);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
  });

  it.each(["cancelled", "refused"] as const)("calls nobody when it is %s after a hold: nothing was done", (outcome) => {
    const play = shifting({ plan });
    const job = take(play);
    play.must(rm, { type: "release.hold" });
    end(play, job, outcome);
    expect(subjects(play)).toEqual([]);
  });

  it("calls nobody after a hold, or once it was cancelled, when its driver knows that nothing has moved", () => {
    for (const stop of ["release.hold", "job.cancel"] as const) {
      const play = shifting({ plan });
      const job = take(play);
      play.must(rm, stop === "job.cancel" ? { type: stop, job } : { type: stop });
      const told = { exitCode: null, signal: null, bytes: 0, capped: false, says: "superseded" };
      play.must(engine, { type: "job.finish", job, outcome: "failed", ...told, untouched: true });
      expect(subjects(play)).toEqual([]);
      expect(play.events().findLast(({ type }) => type === "job.ended")?.payload).not.toHaveProperty("untouched");
    }
  });

  it("calls when it failed while it was waited for, also when nothing has moved", () => {
    const play = shifting({ plan });
    const job = take(play);
    const told = { exitCode: null, signal: null, bytes: 0, capped: false, says: "nginx -t" };
    play.must(engine, { type: "job.finish", job, outcome: "failed", ...told, untouched: true });
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
  });

  it("calls when it came after a hold: nobody waited for it, and the traffic has moved all the same", () => {
    const play = shifting({ plan });
    const job = take(play);
    play.must(rm, { type: "release.hold" });
    end(play, job, "succeeded");
    expect(play.state().jobs[job]?.ended?.counted).toBe(false);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
  });

  it("has no effect once its stage has failed", () => {
    const play = shifting({ plan });
    const job = take(play);
    play.must(ops, { type: "stage.fail", stage: "stage:3", reason: "pods crash" });
    end(play, job, "succeeded");
    expect(play.state().traffic.wanted).toBe(0);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
  });

  it("calls when no runner has begun it in a quarter of a minute, until one does", () => {
    const play = shifting({ plan });
    const job = newest(play);
    const early = play.refusal(engine, { type: "call.escalate", call: `call:${job}:traffic` });
    expect(early.because).toBe("call-is-over");
    play.pass(UNTAKEN_CALLS_AFTER_MS / 60_000 + 0.001);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
    take(play);
    expect(subjects(play)).toEqual([]);
  });

  it("that was not begun calls nobody after a hold: it is not wanted any more", () => {
    const play = shifting({ plan });
    play.pass(1);
    expect(subjects(play)).toHaveLength(1);
    play.must(rm, { type: "release.hold" });
    expect(subjects(play)).toEqual([]);
    play.pass(1);
    expect(subjects(play)).toEqual([]);
  });
});

describe("a rollback whose work fails", () => {
  it.each(FAILURES)("calls when the traffic is %s on its way back, and can be asked for it again", (outcome) => {
    const play = rollingBack();
    const job = take(play);
    end(play, job, outcome);
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
    expect(unconfirmedShare(plan, play.state())).toBe(50);
    play.must(ops, { type: "rollback.traffic" });
    expect(subjects(play)).toEqual([]);
    end(play, take(play), "succeeded");
    expect(unconfirmedShare(plan, play.state())).toBeNull();
    expect(play.state().jobs[newest(play)]?.purpose).toEqual({ kind: "rollback_step", step: "rollback-step:1" });
  });

  it("goes on by a person's word, and with what the plan binds after it", () => {
    const play = rollingBack();
    end(play, take(play), "lost");
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "done" });
    expect(subjects(play)).toEqual([]);
    expect(play.state().jobs[newest(play)]?.purpose).toEqual({ kind: "rollback_step", step: "rollback-step:2" });
    const job = take(play);
    end(play, job, "timed_out");
    expect(subjects(play)).toEqual([`call:${job}:rollback-step:2`]);
    play.must(ops, { type: "rollback.step", step: "rollback-step:2", outcome: "done" });
    expect(subjects(play)).toEqual([]);
    play.must(rm, { type: "rollback.complete" });
  });

  it("can be completed with its failures named while its calls stand, and nobody is called after that", () => {
    const play = rollingBack();
    end(play, take(play), "refused");
    play.must(rm, { type: "rollback.complete", failures: "switched by hand" });
    expect(subjects(play)).toEqual([]);
    expect(play.state().status).toBe("rolled_back");
  });

  it("calls for hands where the driver has none, until somebody says that its text is in place", () => {
    const play = rollingBack();
    const job = take(play);
    end(play, job, "succeeded", { byHand: true });
    expect(subjects(play)).toEqual([`call:${job}:traffic`]);
    expect(unconfirmedShare(plan, play.state())).toBe(50);
    expect(backByDriver(plan, play.state())?.standing).toBe("by_hand");
    play.must(ops, { type: "rollback.step", step: "rollback-step:1", outcome: "done" });
    expect([subjects(play), unconfirmedShare(plan, play.state())]).toEqual([[], null]);
  });

  it("escalates a call that nobody takes, also while it rolls back", () => {
    const play = rollingBack();
    const job = take(play);
    end(play, job, "failed");
    play.pass(3);
    expect(play.state().calls[`call:${job}:traffic`]?.escalated).not.toBeNull();
  });

  it("calls when no runner takes the traffic back", () => {
    const play = rollingBack();
    play.pass(1);
    expect(subjects(play)).toEqual([`call:${newest(play)}:traffic`]);
  });

  it.each(MAYBE_MOVED)("is not disturbed by a promote that is %s before its own move, which goes last", (outcome) => {
    const play = shifting({ plan });
    const promote = take(play);
    play.must(ops, { type: "rollback.start" });
    end(play, promote, outcome);
    expect(subjects(play)).toEqual([]);
  });

  it.each(MAYBE_MOVED)(
    "calls for a promote that is %s once its own move is over, until it is asked for again",
    (outcome) => {
      const play = shifting({ plan });
      const promote = take(play);
      play.must(ops, { type: "rollback.start" });
      const back = jobsOf(play.state()).find(({ job }) => job.lane === "rollback")?.id ?? promote;
      end(play, take(play, back), "succeeded");
      end(play, promote, outcome);
      expect(subjects(play)).toEqual([`call:${promote}:traffic`]);
      play.must(ops, { type: "rollback.traffic" });
      expect(subjects(play)).toEqual([]);
    },
  );

  it("cannot be asked for the traffic twice at once, nor where no driver is bound", () => {
    expect(rollingBack().refusal(ops, { type: "rollback.traffic" }).because).toBe("job-already-asked");
    const byHand = atFirstGate();
    byHand.must(ops, { type: "rollback.start" });
    expect(byHand.refusal(ops, { type: "rollback.traffic" }).because).toBe("nothing-bound");
    expect(byHand.refusal(ops, { type: "release.resume", ...fresh(byHand) }).kind).toBe("forbidden");
  });
});
