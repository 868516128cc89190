import { expect, test } from "vitest";
import type { Round } from "@/lib/contracts/round";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";
import { ageOf } from "./age";
import { metricLamp, observedShare, trafficLamp } from "./lamps";

const NOW = 1_000_000;
const seen = { blind: null };

function round(goodSecondsAgo: number, more: Partial<Round["evidence"]> = {}, isSeen = true): Round {
  const lastGoodAt = NOW - goodSecondsAgo * 1_000;
  const evidence = {
    roundAt: NOW,
    verdicts: {},
    observedShare: 5.1,
    wantedShare: 5,
    band: "in",
    intervalMs: 1_000,
  } as const;
  return {
    releaseId: "r",
    evidence: { ...evidence, ...more },
    readings: [],
    sources: [{ source: "prometheus", seen: isSeen, lastGoodAt, simulated: false }],
  };
}

test("the metric lamp is green while answers are fresh, amber after 15 s, hatched after 60 s", () => {
  expect(metricLamp(seen, round(3), NOW)).toMatchObject({ tone: "go", word: "seen" });
  expect(metricLamp(seen, round(16), NOW).tone).toBe("warning");
  expect(metricLamp(seen, round(61), NOW).tone).toBe("unknown");
});

test("rounds that are 15 s apart do not make it amber and green by turns", () => {
  expect(ageOf(16_000, 15_000)).toBe("fresh");
  expect(ageOf(21_000, 15_000)).toBe("old");
});

test("blind is a state of its own, with the age of the last good answer, and never green", () => {
  const blind = { blind: { since: NOW - 5_000, source: "prometheus" } };
  expect(metricLamp(blind, round(22), NOW)).toEqual({
    tone: "unknown",
    word: "blind",
    source: "prometheus",
    ageMs: 22_000,
  });
  expect(metricLamp(seen, round(2, {}, false), NOW)).toMatchObject({ tone: "unknown", word: "lost" });
  expect(metricLamp(seen, null, NOW)).toMatchObject({ tone: "unknown", word: "none" });
});

test("the traffic lamp says in, off or not to be told, and unknown where nobody counts", () => {
  const state = { traffic: { wanted: 5, observed: null, inBand: null, takenBack: null } };
  expect(trafficLamp(state, round(1))).toEqual({ tone: "go", word: "in", observed: 5.1 });
  expect(trafficLamp(state, round(1, { band: "out" })).tone).toBe("no-go");
  expect(trafficLamp(state, round(1, { band: "unknown" })).tone).toBe("warning");
  expect(trafficLamp(state, round(1, { band: null, observedShare: null }))).toMatchObject({
    tone: "unknown",
    word: "none",
  });
});

test("a share that was looked for before the wanted one changed is not shown as observed", () => {
  const state = { traffic: { wanted: 25, observed: null, inBand: null, takenBack: null } };
  expect(observedShare(state, round(1))).toBeNull();
});

test("a watch that has stopped, and one that has never begun, are told apart from a source that is lost", () => {
  const dead = { blind: { since: 0, source: WATCH_ITSELF } };
  expect(metricLamp(dead, round(20), NOW)).toMatchObject({ tone: "unknown", word: "dead" });
  const never = { ...round(0, { roundAt: 0 }), sources: [] };
  expect(metricLamp(seen, never, NOW)).toEqual({ tone: "unknown", word: "unwatched", source: "", ageMs: null });
});
