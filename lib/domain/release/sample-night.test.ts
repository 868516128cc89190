import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { personActor, playRelease } from "./fixtures/release-play";
import {
  beginStage,
  closeNight,
  finishStage,
  passGate,
  rollBack,
  startNight,
  timedStages,
  walkToCompletion,
} from "./fixtures/whole-night";
import { checkInvariants } from "./invariants";

const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
const planner = personActor("planner", ["planner"]);

function rehearse() {
  const names = ["release-manager", "tech-director", "dba", "devops", "qa"] as const;
  const roles = Object.fromEntries(names.map((name) => [`role:${name}`, name]));
  return playRelease(sample, { mode: "rehearsal", speed: 60, creator: planner, roles });
}

describe("the night of the sample plan", () => {
  it("goes from the checklist to closed", () => {
    const play = rehearse();
    startNight(play, planner);
    walkToCompletion(play, planner);
    expect(play.state().status).toBe("observing");
    expect(play.state().traffic.wanted).toBe(100);
    closeNight(play, planner);
    expect(play.state().status).toBe("closed");
    expect(checkInvariants(sample, play.events(), play.state())).toEqual([]);
  });

  it("opens each gate when the stage before it starts, the first one with stage 4", () => {
    const play = rehearse();
    startNight(play, planner);
    walkToCompletion(play, planner);
    const opened = play.events().flatMap((event, at) => {
      const before = play.events()[at - 1];
      return event.type === "gate.opened" && before?.type === "stage.started"
        ? [[event.payload.gate, before.payload.stage]]
        : [];
    });
    expect(opened).toEqual([
      ["gate:1", "stage:4"],
      ["gate:2", "stage:6"],
      ["gate:3", "stage:8"],
      ["gate:completion", "stage:10"],
    ]);
  });

  it("sets the traffic to 5, 25 and 100, each after its own go", () => {
    const play = rehearse();
    startNight(play, planner);
    walkToCompletion(play, planner);
    const shares = play.events().flatMap((event) => (event.type === "traffic.set" ? [event.payload.share] : []));
    expect(shares).toEqual([5, 25, 100]);
  });

  it("holds in the middle of a shift and goes on to the end", () => {
    const play = rehearse();
    startNight(play, planner);
    walkToCompletion(play, planner, (stage) => {
      if (stage.kind !== "observe") return;
      play.must(planner, { type: "release.hold" });
      play.pass(45);
      play.must(planner, { type: "release.resume", expectedSeq: play.state().seq });
    });
    expect(play.state().status).toBe("observing");
    expect(checkInvariants(sample, play.events(), play.state())).toEqual([]);
  });

  it("stops at a NO-GO, takes a new round, and goes on", () => {
    const play = rehearse();
    startNight(play, planner);
    walkToCompletion(play, planner, (stage) => {
      if (stage.id !== "stage:7") return;
      play.must(planner, { type: "gate.decide", gate: "gate:2", round: 1, decision: "no_go", reason: "slow" });
      expect(play.state().status).toBe("held");
      play.must(planner, { type: "release.resume", expectedSeq: play.state().seq });
      play.must(planner, { type: "gate.reopen", gate: "gate:2" });
    });
    expect(play.state().gates["gate:2"]?.round).toBe(2);
    expect(checkInvariants(sample, play.events(), play.state())).toEqual([]);
  });

  it.each(timedStages(rehearse()).map((stage) => stage.name))("can be rolled back in the middle of %s", (name) => {
    const play = rehearse();
    startNight(play, planner);
    for (const stage of timedStages(play)) {
      beginStage(play, planner, stage);
      if (stage.name === name) break;
      finishStage(play, planner, stage);
    }
    rollBack(play, planner);
    expect(play.state().status).toBe("rolled_back");
    expect(play.state().traffic.wanted).toBe(0);
    for (const followup of sample.followups) play.must(planner, { type: "followup.complete", followup: followup.id });
    expect(checkInvariants(sample, play.events(), play.state())).toEqual([]);
  });

  it("can be rolled back while it is observed, and between a go and its shift", () => {
    const observed = rehearse();
    startNight(observed, planner);
    walkToCompletion(observed, planner);
    rollBack(observed, planner);
    expect(observed.state().stages["stage:12"]?.status).toBe("reverted");

    const decided = rehearse();
    startNight(decided, planner);
    for (const stage of timedStages(decided).slice(0, 4)) {
      beginStage(decided, planner, stage);
      finishStage(decided, planner, stage);
    }
    const first = sample.gates[0];
    if (first !== undefined) passGate(decided, planner, first);
    rollBack(decided, planner);
    expect(decided.refusal(planner, { type: "stage.start", stage: "stage:5", expectedSeq: 999 }).because).toBe(
      "release-is",
    );
  });
});
