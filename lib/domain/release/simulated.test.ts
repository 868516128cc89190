import { expect, test } from "vitest";
import type { SystemCommand } from "./commands";
import { engine, type Play, type PlayOptions } from "./fixtures/release-play";
import { ops, shifting } from "./fixtures/small-night";

const alert = { type: "alert.report", alert: "a1", name: "DiskFull", summary: "93 %", source: "shop" } as const;

/** Everything that the watch may tell; the share is reported as the release wants it. */
function told(play: Play): SystemCommand[] {
  const { wanted } = play.state().traffic;
  return [
    { type: "check.report", check: "check:1", verdict: "failed", sentence: "11 errors" },
    { type: "source.report", source: "shop", seen: false },
    { type: "source.report", source: "shop", seen: true },
    { ...alert, status: "firing" },
    { ...alert, status: "cleared" },
    { type: "traffic.report", wanted, observed: 0, inBand: false },
    { type: "traffic.report", wanted, observed: wanted, inBand: true },
    { type: "item.expire", item: "item:1.1", reason: "lag 340 ms" },
  ];
}

/** Half the traffic is on the new version. */
function half(options: PlayOptions): Play {
  const play = shifting(options);
  play.must(ops, { type: "traffic.confirm", share: 50 });
  return play;
}

const facts = (play: Play) =>
  told(play)
    .flatMap((command) => play.must(engine, command))
    .filter(({ type }) => !/^(?:call|release)\./u.test(type))
    .map(({ type, payload }) => [type, "simulated" in payload]);

const types = [
  "check.verdict",
  "trigger.proposed",
  "source.lost",
  "source.found",
  "alert.fired",
  "alert.cleared",
  "traffic.left_band",
  "traffic.in_band",
  "item.expired",
];

test("everything that a rehearsal's shop feeds is marked in the log", () => {
  const play = half({ mode: "rehearsal", speed: 10 });
  expect(facts(play)).toEqual(types.map((type) => [type, true]));
});

test("nothing of a live release is", () => {
  expect(facts(half({}))).toEqual(types.map((type) => [type, false]));
});
