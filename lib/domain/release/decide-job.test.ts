import { describe, expect, it } from "vitest";
import { end, newest, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import { engine, type Play } from "./fixtures/release-play";
import { atFirstGate, dba, fresh, ops, rm, shifting, soaking, started } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { type JobId, jobStanding, jobsOf } from "./job";

const plan = boundPlan(smallPlan);
const facts = { exitCode: null, signal: null, bytes: 0, capped: false };

function backingUp(): Play {
  const play = started({ plan });
  play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
  play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
  play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
  play.must(dba, { type: "step.run", step: "step:1.1" });
  return play;
}

const step = (play: Play) => play.state().stages["stage:2"]?.steps["step:1.1"];
const standing = (play: Play, id: JobId) => {
  const job = play.state().jobs[id];
  return job === undefined ? "unknown" : jobStanding(play.state(), job);
};
const types = (play: Play) => play.events().map(({ type }) => type);

describe("a step that a runner does", () => {
  it("is started by whoever asks and done when the runner says so, with its words as evidence", () => {
    const play = backingUp();
    expect(step(play)?.status).toBe("running");
    end(play, take(play), "succeeded");
    expect(step(play)).toMatchObject({ status: "done", ended: { evidence: { text: "412 MB" } } });
    expect(types(play)).toContain("step.output");
  });

  it("fails with the reason that the runner gives, and may be run again", () => {
    const play = backingUp();
    end(play, take(play), "failed");
    expect(step(play)).toMatchObject({ status: "failed", ended: { reason: "exit 1" } });
    play.must(dba, { type: "step.run", step: "step:1.1" });
    expect(newest(play)).toBe("job:2");
  });

  it("that its host refuses fails with the reason in the plan's words, and keeps why beside the host's own", () => {
    const play = backingUp();
    const job = take(play);
    const said = { refusal: "scripts_off", says: "Not here.", reason: "no commands out of plans (Not here.)" } as const;
    play.must(engine, { type: "job.finish", job, outcome: "refused", ...facts, ...said });
    expect(step(play)).toMatchObject({ status: "failed", ended: { reason: said.reason } });
    expect(play.state().jobs[job]?.ended).toMatchObject({ refusal: "scripts_off", says: "Not here." });
    expect(play.events().find(({ type }) => type === "job.ended")?.payload).not.toHaveProperty("reason");
  });

  it("is unknown when the runner is lost, is never run again by itself, and a late end does not resolve it", () => {
    const play = backingUp();
    const job = take(play);
    play.must(engine, { type: "job.lose", job, reason: "no word for 30 s" });
    expect(step(play)?.status).toBe("unknown");
    expect(jobsOf(play.state())).toHaveLength(1);
    expect(play.refusal(engine, { type: "job.take", job, runner: "b", instance: "two" }).because).toBe(
      "job-already-ended",
    );
    expect(play.refusal(dba, { type: "step.run", step: "step:1.1" }).because).toBe("step-is");
    play.must(dba, { type: "step.resolve", step: "step:1.1", outcome: "done", reason: "looked at the file" });
  });

  it("that was lost here first takes its host's word of the loss once, from when it was lost", () => {
    const play = backingUp();
    const job = take(play);
    const host = { kind: "system", name: "blue-host" } as const;
    play.must(engine, { type: "job.lose", job, reason: "no word for 30 s" });
    const lostAt = play.state().jobs[job]?.ended?.at;
    play.pass(1);
    const word = { type: "job.finish", job, outcome: "lost", ...facts, says: "gone · 2.1 GB are there" } as const;
    play.must(host, word);
    expect(play.state().jobs[job]?.ended).toMatchObject({ at: lostAt, says: "gone · 2.1 GB are there", by: host });
    expect(step(play)?.status).toBe("unknown");
    expect(play.refusal(host, { ...word, says: "again" }).because).toBe("job-already-ended");
    play.must(host, { ...word, outcome: "succeeded" });
  });

  it("that its own host has lost needs no second word of it", () => {
    const play = backingUp();
    const job = take(play);
    const host = { kind: "system", name: "blue-host" } as const;
    play.must(host, { type: "job.finish", job, outcome: "lost", ...facts, says: "gone" });
    expect(play.refusal(host, { type: "job.finish", job, outcome: "lost", ...facts, says: "gone" }).kind).toBe(
      "already",
    );
  });

  it("is asked of the runner by whoever presses, as the log says", () => {
    const asked = backingUp()
      .events()
      .find(({ type }) => type === "job.requested");
    expect(asked?.actor).toMatchObject({ kind: "person", name: "dba" });
  });

  it("is for a person to do where the plan binds nothing", () => {
    const play = started();
    play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
    play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    expect(play.refusal(dba, { type: "step.run", step: "step:1.1" }).because).toBe("nothing-bound");
  });

  it("is told to stop when its stage is stopped, and its late success counts for nothing", () => {
    const play = backingUp();
    const job = take(play);
    play.must(dba, { type: "stage.stop", stage: "stage:2" });
    expect(standing(play, job)).toBe("cancel");
    end(play, job, "succeeded");
    expect(step(play)?.status).toBe("unknown");
    expect(play.state().jobs[job]?.ended?.counted).toBe(false);
  });

  it("runs out during a hold, but nothing begins that was asked for before it", () => {
    const running = backingUp();
    const job = take(running);
    running.must(rm, { type: "release.hold" });
    expect(standing(running, job)).toBe("go_on");
    end(running, job, "succeeded");
    expect(step(running)?.status).toBe("done");
    const waiting = backingUp();
    waiting.must(rm, { type: "release.hold" });
    const refusal = waiting.refusal(engine, { type: "job.take", job: newest(waiting), runner: "b", instance: "one" });
    expect(refusal.because).toBe("job-fenced");
  });

  it("is begun once: a second runner is refused with the first one's name", () => {
    const play = backingUp();
    const job = take(play);
    const refusal = play.refusal(engine, { type: "job.take", job, runner: "other", instance: "two" });
    expect(refusal).toMatchObject({ kind: "already", because: "job-already-taken" });
  });
});

describe("traffic that a driver moves", () => {
  it("is asked for with the shift, and the share is set when the driver says so", () => {
    const play = shifting({ plan });
    expect(play.state().jobs[newest(play)]).toMatchObject({
      purpose: { kind: "traffic", share: 50 },
      lane: "ordinary",
    });
    expect(play.state().traffic.wanted).toBe(0);
    expect(play.refusal(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) }).because).toBe(
      "share-not-there",
    );
    end(play, take(play), "succeeded");
    expect(play.state().traffic.wanted).toBe(50);
    play.must(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) });
  });

  it("waits for a person's word where the driver has no hands: its end alone moves nothing", () => {
    const play = shifting({ plan });
    end(play, take(play), "succeeded", { byHand: true });
    expect(play.state().traffic.wanted).toBe(0);
    play.must(ops, { type: "traffic.confirm", share: 50 });
    expect(play.state().traffic.wanted).toBe(50);
    play.must(ops, { type: "rollback.start" });
    const before = play.events().length;
    end(play, take(play), "succeeded", { byHand: true });
    expect(
      play
        .events()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(["job.taken", "job.ended", "call.raised"]);
  });

  it("does not move late: a promote that hangs is fenced out by a hold and by a rollback", () => {
    for (const stop of ["release.hold", "rollback.start"] as const) {
      const play = shifting({ plan });
      const job = take(play);
      play.must(rm, { type: stop });
      expect(standing(play, job)).toBe("fenced");
      end(play, job, "succeeded");
      expect(play.state().traffic.wanted).toBe(0);
      expect(play.state().jobs[job]?.ended?.counted).toBe(false);
    }
  });

  it("can be asked for again after a failure, for the planned share and no other", () => {
    const play = shifting({ plan });
    expect(play.refusal(ops, { type: "traffic.shift", share: 50 }).because).toBe("job-already-asked");
    end(play, take(play), "failed");
    expect(play.refusal(ops, { type: "traffic.shift", share: 80 }).because).toBe("share-not-planned");
    play.must(ops, { type: "traffic.shift", share: 50 });
    end(play, take(play), "succeeded");
    expect(play.state().traffic.wanted).toBe(50);
  });
});

describe("a rollback that a driver carries out", () => {
  function moved(): Play {
    const play = shifting({ plan });
    end(play, take(play), "succeeded");
    return play;
  }

  it("asks for the traffic with the rollback itself, on its own lane and under the new epoch", () => {
    const play = moved();
    play.must(ops, { type: "rollback.start" });
    expect(play.state().jobs[newest(play)]).toMatchObject({
      lane: "rollback",
      purpose: { kind: "traffic", share: 0 },
      epoch: play.state().epoch,
    });
    expect(types(play).slice(-2)).toEqual(["rollback.started", "job.requested"]);
  });

  it("goes on with the steps of the procedure, each after the one before it", () => {
    const play = moved();
    play.must(ops, { type: "rollback.start" });
    end(play, take(play), "succeeded");
    expect(play.state().jobs[newest(play)]?.purpose).toEqual({ kind: "rollback_step", step: "rollback-step:1" });
    end(play, take(play), "succeeded");
    expect(play.state().rollback.steps["rollback-step:1"]?.outcome).toBe("done");
    expect(play.state().jobs[newest(play)]?.purpose).toEqual({ kind: "rollback_step", step: "rollback-step:2" });
    end(play, take(play), "failed");
    expect(play.state().rollback.steps["rollback-step:2"]?.outcome).toBe("failed");
    play.must(rm, { type: "rollback.run", step: "rollback-step:2" });
    end(play, take(play), "succeeded");
    play.must(rm, { type: "rollback.complete" });
  });

  it("begins by every way: a NO-GO at a gate, the planned time, the armed system", () => {
    const atGate = atFirstGate({ plan });
    const round = atGate.state().gates["gate:1"]?.round ?? 0;
    atGate.must(rm, { type: "gate.decide", gate: "gate:1", round, decision: "no_go", then: "rollback" });
    expect(types(atGate).slice(-2)).toEqual(["rollback.started", "job.requested"]);
  });

  it("ends every ordinary job", () => {
    const play = backingUp();
    const job = take(play);
    play.must(rm, { type: "rollback.start" });
    expect(standing(play, job)).toBe("fenced");
  });

  it("is drilled by the driver, and the drill's own time is kept", () => {
    const play = started({ plan });
    play.must(rm, { type: "rollback.drill" });
    const job = take(play);
    play.pass(1);
    end(play, job, "succeeded");
    expect(play.state().rollback.drill?.tookMs).toBe(60_000);
  });
});

it("a job that was never asked for is given to nobody", () => {
  const play = soaking();
  const refusal = play.refusal(engine, { type: "job.take", job: "job:1", runner: "b", instance: "one" });
  expect(refusal.because).toBe("unknown-job");
});
