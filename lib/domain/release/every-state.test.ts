import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Gate, Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Actor } from "./actor";
import type { Command } from "./commands";
import { boundPlan } from "./fixtures/bound-plan";
import { everyCommand } from "./fixtures/every-command";
import { engine, type Play, personActor, playRelease } from "./fixtures/release-play";
import { smallPlan } from "./fixtures/small-plan";
import { finishStage, timedStages } from "./fixtures/whole-night";
import { checkInvariants } from "./invariants";
import type { ReleaseMode } from "./state";
import { releaseTime } from "./time";
import { timersOf } from "./timers";
import { TERMINAL_RELEASE } from "./transitions";

const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));

const rm = personActor("rm", ["planner"]);
const ops = personActor("ops");
const actors: Actor[] = [
  rm,
  ops,
  personActor("dba"),
  personActor("deputy"),
  personActor("admin", ["administrator"]),
  personActor("stranger"),
  engine,
];

/** Either an ordinary command, a refusal expected as often as not, or time that passes. */
type Move = { actor: number; command: number; minutes: number };

const move: fc.Arbitrary<Move> = fc.record({
  // The manager may do most, so most turns are his.
  actor: fc.constantFrom(0, 0, 0, 0, ...actors.keys()),
  command: fc.nat({ max: 100_000 }),
  minutes: fc.constantFrom(0, 0, 0, 1, 11, 31),
});

function begin(plan: Plan, mode: ReleaseMode): Play {
  return playRelease(plan, {
    mode,
    speed: mode === "live" ? 1 : 20,
    creator: rm,
    roles: {
      "role:dba": "dba",
      "role:ops": "ops",
      "role:devops": "ops",
      "role:qa": "dba",
      "role:tech-director": "ops",
    },
    substitutes: { "role:dba": ["deputy"] },
  });
}

/** A rollback where there is something to roll back, its end where it runs, a cancellation before. */
function wayOut(play: Play): [Actor, Command] {
  const { status } = play.state();
  if (status === "preparing") return [rmNow(play), { type: "release.cancel", reason: "out" }];
  if (status === "rolling_back") return [rmNow(play), { type: "rollback.complete", failures: "left open" }];
  return [rollbackerNow(play), { type: "rollback.start" }];
}

function rmNow(play: Play): Actor {
  return play.state().roles[play.plan.manager] === undefined ? rm : personActor("boss");
}

/** The manager may always roll back; so may ops as long as he has his role. */
function rollbackerNow(play: Play): Actor {
  return play.state().roles["role:ops"]?.person.id === "person-ops" ? ops : rmNow(play);
}

function tryOne(play: Play, actor: Actor, command: Command): boolean {
  const before = JSON.stringify(play.state());
  const decision = play.ask(actor, command);
  expect(JSON.stringify(play.state())).toBe(before);
  if (decision.ok) expect(decision.events.length).toBeGreaterThan(0);
  else expect(decision.refusal.because).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  return decision.ok;
}

function expectSound(play: Play): void {
  expect(checkInvariants(play.plan, play.events(), play.state())).toEqual([]);
  if (TERMINAL_RELEASE.has(play.state().status)) {
    expect(timersOf(play.plan, play.state())).toEqual([]);
    return;
  }
  const [actor, command] = wayOut(play);
  expect([play.state().status, play.ask(actor, command).ok]).toEqual([play.state().status, true]);
}

function commandsNow(play: Play): Command[] {
  return everyCommand(play.plan, play.state(), releaseTime(play.state().clock, play.now()));
}

/** Ending a walk early teaches little: commands that end it are left to the sweep. */
const ENDING: ReadonlySet<string> = new Set(["rollback.start", "release.cancel", "release.close", "rollback.due"]);

/** What leads nowhere or stops everything is tried less often, or a walk would do nothing else. */
const IDLE: ReadonlySet<string> = new Set(["note.add", "check.report", "release.hold", "playbook.open", "stage.skip"]);

function walk(play: Play, moves: Move[]): void {
  for (const { actor, command, minutes } of moves) {
    if (minutes > 0) play.pass(minutes);
    const who = actors[actor] ?? rm;
    const possible = commandsNow(play).filter((one) => !ENDING.has(one.type) && play.ask(who, one).ok);
    const types = [...new Set(possible.map((one) => one.type))].filter((type) => command % 4 === 0 || !IDLE.has(type));
    const type = types[command % Math.max(1, types.length)];
    const ofType = possible.filter((one) => one.type === type);
    const chosen = ofType[command % Math.max(1, ofType.length)];
    if (chosen !== undefined) play.must(who, chosen);
  }
}

/** Goes straight into the night, so that short walks begin everywhere in it. */
function enter(play: Play, depth: number): void {
  const stages = timedStages(play);
  if (depth === 0) return;
  for (const item of indexOf(play.plan).items.keys()) play.must(rm, { type: "item.sign", item, onBehalf: true });
  play.must(rm, { type: "release.start", expectedSeq: play.state().seq, override: "walk" });
  for (const stage of stages.slice(0, depth - 1)) {
    force(play, indexOf(play.plan).gateBefore.get(stage.id));
    play.must(rm, { type: "stage.start", stage: stage.id, expectedSeq: play.state().seq });
    finishStage(play, rm, stage);
  }
  if (depth <= stages.length + 1) return;
  force(play, indexOf(play.plan).completionGate ?? undefined);
  play.must(rm, { type: "release.complete", expectedSeq: play.state().seq });
}

function force(play: Play, gate: Gate | undefined): void {
  const round = gate === undefined ? 0 : (play.state().gates[gate.id]?.round ?? 0);
  if (gate === undefined) return;
  const expectedSeq = play.state().seq;
  play.must(rm, { type: "gate.override", gate: gate.id, round, reason: "walk", expectedSeq });
  if (gate.fourEyes) play.must(ops, { type: "gate.confirm", gate: gate.id, round });
}

describe("whatever people ask for, in whatever order", () => {
  it.each(["live", "rehearsal"] as const)(
    "a small %s release keeps its rules and its way out",
    (mode) => {
      fc.assert(
        fc.property(fc.nat({ max: 6 }), fc.array(move, { minLength: 1, maxLength: 30 }), (depth, moves) => {
          const play = begin(smallPlan, mode);
          enter(play, depth);
          walk(play, moves);
          expectSound(play);
        }),
        { numRuns: 120 },
      );
    },
    60_000,
  );

  it("a release whose work is left to runners keeps its rules and its way out", () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.array(move, { minLength: 1, maxLength: 30 }), (depth, moves) => {
        const play = begin(boundPlan(smallPlan), "live");
        enter(play, depth);
        walk(play, moves);
        expectSound(play);
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it("the sample's release keeps its rules and its way out", () => {
    fc.assert(
      fc.property(fc.nat({ max: 13 }), fc.array(move, { minLength: 1, maxLength: 12 }), (depth, moves) => {
        const play = begin(sample, "rehearsal");
        enter(play, depth);
        walk(play, moves);
        expectSound(play);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("a refusal changes nothing and an answer never throws, for every command of every actor along a walk", () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.array(move, { maxLength: 12 }), (depth, moves) => {
        const play = begin(smallPlan, "live");
        enter(play, depth);
        walk(play, moves);
        for (const actor of actors) for (const command of commandsNow(play)) tryOne(play, actor, command);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
