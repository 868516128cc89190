import { describe, expect, it } from "vitest";
import { DEFAULT_RUN } from "@/lib/domain/plan/measure";
import { end, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { engine } from "@/lib/domain/release/fixtures/release-play";
import { fresh, ops, shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { gateConditions } from "@/lib/domain/release/gate-conditions";
import type { CountedTraffic } from "@/lib/ports/traffic-count-store";
import { judgeCounts, worseOf } from "./counted-traffic";
import { roundReports } from "./round-reports";
import { runRound } from "./run-round";
import { NO_MEMORY } from "./watch-memory";

const FENCE = { release: "r1", startedAt: 1, epoch: 0 };

function told(at: number, green: number, blue: number, more: Partial<CountedTraffic> = {}): CountedTraffic {
  const counts = {
    green,
    blue,
    nobody: 0,
    other: 0,
    versions: [{ side: "green" as const, version: "v2", count: green }],
  };
  return { kind: "observed", share: 50, fence: FENCE, since: 1, ...counts, at, ...more };
}

const asked = (at: number) => ({ wanted: 50, at, memory: null });

describe("what proxies say of the share", () => {
  it("is judged when it is of the wanted share and young", () => {
    expect(judgeCounts(told(1_000, 500, 500), asked(2_000))).toMatchObject({ band: "in", share: 50 });
    expect(judgeCounts(told(1_000, 10, 990), asked(2_000))).toMatchObject({ band: "out", share: 1 });
  });

  it("says nothing where nobody counts, when it is old, and of another share", () => {
    expect(judgeCounts(null, asked(0)).band).toBeNull();
    expect(judgeCounts(told(1_000, 500, 500), asked(22_000)).band).toBe("unknown");
    expect(judgeCounts(told(1_000, 50, 950, { share: 5 }), asked(2_000)).band).toBe("unknown");
  });

  it("tells the last minute from the time before it, and forgets both when the share is set anew", () => {
    let memory = judgeCounts(told(0, 100_000, 100_000), asked(0)).memory;
    for (const second of [30, 60, 90]) {
      const seen = told(second * 1000, 100_000, 100_000 + second * 100);
      const judged = judgeCounts(seen, { wanted: 50, at: second * 1000, memory });
      expect(judged.band).toBe("out");
      memory = judged.memory;
    }
    expect(memory?.points.length).toBeLessThanOrEqual(4);
    const anew = judgeCounts(told(95_000, 30, 30, { since: 92_000 }), { wanted: 50, at: 95_000, memory });
    expect([anew.band, anew.memory?.points.length]).toEqual(["in", 1]);
  });

  it("holds together with what the versions themselves say: the worse of the two", () => {
    const said = (band: "in" | "out" | "unknown" | null, share: number | null) => ({ band, share });
    expect(worseOf(said("in", 25), said("out", 4))).toEqual(said("out", 4));
    expect(worseOf(said("out", 4), said("in", 25))).toEqual(said("out", 4));
    expect(worseOf(said("in", 25), said("unknown", null))).toEqual(said("unknown", 25));
    expect(worseOf(said(null, null), said("in", 25))).toEqual(said("in", 25));
    expect(worseOf(said(null, null), said(null, null))).toEqual(said(null, null));
  });

  it("is the worst that any proxy with this share says, with its share, and goes on from the first one's own word", () => {
    const { at: _at, ...off } = told(1_000, 0, 900);
    const first = told(1_000, 500, 500, { others: [off] });
    expect(judgeCounts(first, asked(2_000))).toMatchObject({
      band: "out",
      share: 0,
      memory: { points: [{ green: 500 }] },
    });
    const { at: _when, ...good } = told(1_000, 450, 450);
    expect(judgeCounts({ ...first, others: [good] }, asked(2_000))).toMatchObject({ band: "in", share: 50 });
    expect(judgeCounts(told(1_000, 10, 990, { others: [good] }), asked(2_000))).toMatchObject({
      band: "out",
      share: 1,
    });
  });

  it("says nothing where proxies have different shares in place", () => {
    expect(judgeCounts(told(1_000, 500, 500, { isDisputed: true }), asked(2_000)).band).toBe("unknown");
  });
});

describe("a release without measured checks whose traffic a driver moves", () => {
  const bare = { ...boundPlan(smallPlan), checks: smallPlan.checks.map((check) => ({ ...check, measure: null })) };

  async function counted(green: number, blue: number) {
    const play = shifting({ plan: bare });
    end(play, take(play), "succeeded");
    const at = play.now();
    const snapshot = { releaseId: "r1", plan: bare, state: play.state() };
    const done = await runRound({ snapshot, sources: [], memory: NO_MEMORY, at, counted: told(at, green, blue) });
    return { play, round: done.round };
  }

  it("has a band by the proxy's counts alone, and its gate waits for it", async () => {
    const { play, round } = await counted(0, 1000);
    expect(round).toMatchObject({ evidence: { band: "out", observedShare: 0 }, traffic: { green: 0, blue: 1000 } });
    const [report] = roundReports({ plan: bare, state: play.state(), round }, () => "");
    expect(report).toEqual({ type: "traffic.report", wanted: 50, observed: 0, inBand: false });
    if (report !== undefined) play.must(engine, report);
    play.must(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) });
    const context = { plan: bare, state: play.state(), now: play.now(), evidence: round.evidence };
    const conditions = gateConditions(context, "gate:2");
    expect(conditions.find(({ kind }) => kind === "band")?.met).toBe("unmet");
    expect(conditions.find(({ kind }) => kind === "source")?.met).toBe("not_watched");
  });

  it("passes with counts that agree", async () => {
    const { play, round } = await counted(498, 502);
    const context = { plan: bare, state: play.state(), now: play.now(), evidence: round.evidence };
    expect(gateConditions(context, "gate:2").find(({ kind }) => kind === "band")?.met).toBe("met");
  });
});

describe("a release with measured checks whose traffic a driver moves, without any source", () => {
  const limit = {
    ...DEFAULT_RUN,
    kind: "limit",
    unit: "ms",
    query: "p99",
    pass: { comparator: "<", value: 1 },
  } as const;
  const checks = smallPlan.checks.map((check) => ({ ...check, required: true, measure: { ...limit, fail: null } }));
  const plan = { ...boundPlan(smallPlan), checks };

  it("has checks that nobody watches: no round makes them err, and none lets the condition of a source be met", async () => {
    const play = shifting({ plan });
    end(play, take(play), "succeeded");
    const at = play.now();
    const snapshot = { releaseId: "r1", plan, state: play.state() };
    const { round } = await runRound({ snapshot, sources: [], memory: NO_MEMORY, at, counted: told(at, 498, 502) });
    expect(round).toMatchObject({ readings: [], evidence: { band: "in", verdicts: {}, sourceless: true } });
    expect(roundReports({ plan, state: play.state(), round }, () => "").map(({ type }) => type)).not.toContain(
      "check.report",
    );
    const met = (evidence: typeof round.evidence | null) =>
      gateConditions({ plan, state: play.state(), now: play.now(), evidence }, "gate:2")
        .filter(({ kind }) => kind === "source" || kind === "check")
        .map((one) => one.met);
    expect(met(round.evidence)).toEqual(met(null));
    expect(new Set(met(round.evidence))).toEqual(new Set(["not_watched"]));
  });
});
