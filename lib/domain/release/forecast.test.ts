import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { personActor, playRelease } from "./fixtures/release-play";
import { beginStage, finishStage, startNight, timedStages } from "./fixtures/whole-night";
import { forecast } from "./forecast";

const MINUTE_MS = 60_000;
const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
const planner = personActor("planner", ["planner"]);

/** The sample night up to its completion gate, its first stage begun `lateMin` after the plan. */
function atCompletionGate(lateMin: number) {
  const names = ["release-manager", "tech-director", "dba", "devops", "qa"] as const;
  const roles = Object.fromEntries(names.map((name) => [`role:${name}`, name]));
  const play = playRelease(sample, { mode: "rehearsal", speed: 1, creator: planner, roles });
  startNight(play, planner);
  play.pass(lateMin);
  for (const stage of timedStages(play)) {
    beginStage(play, planner, stage);
    finishStage(play, planner, stage);
  }
  return play;
}

describe("how late a release is", () => {
  it("stays at what the last timed stage ended with while completion is not declared", () => {
    const play = atCompletionGate(7);
    const late = forecast(sample, play.state(), play.now()).lateMs;
    expect(late).toBe(7 * MINUTE_MS);
    play.pass(45);
    expect(forecast(sample, play.state(), play.now()).lateMs).toBe(late);
  });

  it("grows while a timed stage is still to begin", () => {
    const names = ["release-manager", "tech-director", "dba", "devops", "qa"] as const;
    const roles = Object.fromEntries(names.map((name) => [`role:${name}`, name]));
    const play = playRelease(sample, { mode: "rehearsal", speed: 1, creator: planner, roles });
    startNight(play, planner);
    play.pass(3);
    expect(forecast(sample, play.state(), play.now()).lateMs).toBe(3 * MINUTE_MS);
    play.pass(2);
    expect(forecast(sample, play.state(), play.now()).lateMs).toBe(5 * MINUTE_MS);
  });
});
