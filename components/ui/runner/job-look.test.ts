import { describe, expect, it } from "vitest";
import { end, newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { engine, type Play } from "@/lib/domain/release/fixtures/release-play";
import { dba, fresh, rm, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { jobLook } from "./job-look";

function asked(): Play {
  const play = started({ plan: boundPlan(smallPlan) });
  play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
  play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
  play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
  play.must(dba, { type: "step.run", step: "step:1.1" });
  return play;
}

const look = (play: Play) => {
  const state = play.state();
  const job = state.jobs["job:1"];
  return job === undefined ? null : jobLook(state, job);
};

describe("what is said of a run", () => {
  it("follows it from the question to its end", () => {
    const play = asked();
    expect(look(play)).toBe("waiting");
    const job = take(play);
    expect(look(play)).toBe("running");
    play.must(dba, { type: "job.cancel", job });
    expect(look(play)).toBe("stopping");
    end(play, job, "cancelled");
    expect(look(play)).toBe("cancelled");
  });

  it("tells a run that was taken back from one that the release has left behind", () => {
    const back = asked();
    back.must(dba, { type: "job.cancel", job: newest(back) });
    expect(look(back)).toBe("withdrawn");
    const left = asked();
    left.must(rm, { type: "rollback.start" });
    expect(look(left)).toBe("unwanted");
  });

  it("is being ended once the release has moved on, whoever asked for it or not", () => {
    const play = asked();
    take(play);
    play.must(rm, { type: "rollback.start" });
    expect(look(play)).toBe("stopping");
  });

  it.each([
    [{ exitCode: 3, signal: null }, "exited"],
    [{ exitCode: null, signal: "SIGKILL" }, "signalled"],
    [{ exitCode: null, signal: null }, "failed"],
  ] as const)("names how a failed one ended: %o is %s", (more, word) => {
    const play = asked();
    end(play, take(play), "failed", more);
    expect(look(play)).toBe(word);
  });

  it("is no ordinary end where the driver has no hands: nothing has moved", () => {
    const play = asked();
    end(play, take(play), "succeeded", { byHand: true });
    expect(look(play)).toBe("by_hand");
  });

  it("is unknown, and nothing else, when nobody saw the end", () => {
    const play = asked();
    play.must(engine, { type: "job.lose", job: take(play), reason: "no word" });
    expect(look(play)).toBe("lost");
  });
});
