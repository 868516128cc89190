import { describe, expect, it } from "vitest";
import { personActor, playRelease } from "../release/fixtures/release-play";
import { smallPlan } from "../release/fixtures/small-plan";
import { startNight, walkToCompletion } from "../release/fixtures/whole-night";
import { overviewOf, waitingEntries } from "../release/overview";
import { isException } from "./exceptions";
import { gateRounds } from "./gate-rounds";

const planner = personActor("planner", ["planner"]);
const plan = { ...smallPlan, gates: smallPlan.gates.map((gate) => ({ ...gate, fourEyes: false, checks: [] })) };

function rehearsal() {
  const roles = { "role:rm": "rm", "role:dba": "dba", "role:ops": "ops" } as const;
  return playRelease(plan, { mode: "rehearsal", speed: 60, creator: planner, roles });
}

describe("the report", () => {
  it("tells every round of every gate with its votes and how it ended", () => {
    const play = rehearsal();
    startNight(play, planner);
    walkToCompletion(play, planner);
    const rounds = gateRounds(play.events());
    expect(rounds.map(({ gate, round, outcome }) => [gate, round, outcome])).toEqual([
      ["gate:1", 1, "go"],
      ["gate:2", 1, "go"],
    ]);
    expect(rounds[0]?.votes.map(({ role, vote, replaced }) => [role, vote, replaced])).toEqual([
      ["role:rm", "go", false],
      ["role:dba", "go", false],
      ["role:ops", "go", false],
    ]);
  });

  it("keeps a vote that was changed, marked as replaced", () => {
    const play = rehearsal();
    startNight(play, planner);
    play.must(planner, { type: "stage.skip", stage: "stage:1", reason: "not needed" });
    play.must(planner, { type: "stage.start", stage: "stage:2", expectedSeq: play.state().seq });
    const round = play.state().gates["gate:1"]?.round ?? 0;
    const vote = { type: "gate.vote", gate: "gate:1", round, as: "role:dba" } as const;
    play.must(planner, { ...vote, vote: "no_go", reason: "the copy is short" });
    play.must(planner, { ...vote, vote: "go" });
    const [report] = gateRounds(play.events());
    expect(report?.outcome).toBe("open");
    expect(report?.votes.map((one) => [one.vote, one.replaced])).toEqual([
      ["no_go", true],
      ["go", false],
    ]);
  });

  it("marks what departs from the plan and nothing else", () => {
    const play = rehearsal();
    play.must(planner, { type: "item.waive", item: "item:1.2", reason: "done last week" });
    startNight(play, planner);
    play.must(planner, { type: "stage.start", stage: "stage:1", expectedSeq: play.state().seq });
    play.must(planner, { type: "release.hold" });
    expect(
      play
        .events()
        .filter(isException)
        .map(({ type }) => type),
    ).toEqual(["item.waived", "release.held"]);
  });
});

describe("the first page", () => {
  it("names the next stage before the start and the running one after it", () => {
    const play = rehearsal();
    expect(overviewOf(plan, play.state(), play.now()).stage).toEqual({ name: "Prepare", order: 1, isCurrent: false });
    startNight(play, planner);
    play.must(planner, { type: "stage.start", stage: "stage:1", expectedSeq: play.state().seq });
    const { stage, items, speed } = overviewOf(plan, play.state(), play.now());
    expect({ stage, items, speed }).toEqual({
      stage: { name: "Prepare", order: 1, isCurrent: true },
      items: { done: 2, total: 2 },
      speed: 60,
    });
  });

  it("lists what waits for a person, and nothing for somebody without a role", () => {
    const play = rehearsal();
    expect(waitingEntries(plan, play.state(), "person-dba")).toEqual([
      { kind: "item", title: "Backup tried", role: "DBA", substitute: false, count: 1 },
      { kind: "item", title: "Index rebuilt", role: "DBA", substitute: false, count: 1 },
    ]);
    expect(waitingEntries(plan, play.state(), "person-stranger")).toEqual([]);
  });

  it("makes one entry of many things of a kind", () => {
    const items = [1, 2, 3, 4].map((at) => ({
      id: `item:1.${at}` as const,
      text: `Item ${at}`,
      required: true,
      lines: { from: 0, to: 0 },
    }));
    const long = { ...plan, sections: plan.sections.map((section) => ({ ...section, items })) };
    const play = playRelease(long, { mode: "rehearsal", creator: planner, roles: { "role:dba": "dba" } });
    expect(waitingEntries(long, play.state(), "person-dba")).toEqual([
      { kind: "item", title: "Item 1", role: "DBA", substitute: false, count: 4 },
    ]);
  });
});
