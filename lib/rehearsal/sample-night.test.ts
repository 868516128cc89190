import { describe, expect, it } from "vitest";
import { z } from "zod";
import { queriesToAsk } from "@/lib/analysis/judge-round";
import type { Round } from "@/lib/contracts/round";
import type { CheckId } from "@/lib/domain/plan/ids";
import { personActor, playRelease } from "@/lib/domain/release/fixtures/release-play";
import type { ReleaseState } from "@/lib/domain/release/state";
import { runRound } from "@/lib/engine/watch/run-round";
import { type Memory, NO_MEMORY } from "@/lib/engine/watch/watch-memory";
import { measuredSample, openNight } from "./fixtures/sample-night";
import { openShop } from "./shop/simulated-source";

const plan = measuredSample();
const required = plan.checks.filter((check) => check.required).map(({ id }) => id);
const verdictsOf = (round: Round, ids: CheckId[]) => ids.map((id) => round.evidence.verdicts[id]);
const allPassed = (round: Round) => verdictsOf(round, required).every((verdict) => verdict === "passed");

it("every check of the sample plan is measured, and every watched metric of its text is one", () => {
  expect(plan.checks.filter(({ measure }) => measure === null)).toEqual([]);
  expect(plan.checks.map(({ measure }) => measure?.kind)).toContain("serving");
  expect(required).toHaveLength(4);
});

describe("the shop at 25 %", () => {
  const startsAt = 1_800_000_000_000;
  const clock = { mode: "rehearsal" as const, speed: 10, startsAt, startedAt: startsAt };
  const at = startsAt + 120_000;
  const shop = openShop("r1", plan, clock);
  const share = { type: "traffic.set", payload: { share: 25, from: 0 } } as const;
  const actor = { kind: "system", name: "test" } as const;
  shop.hear([{ ...share, releaseId: "r1", seq: 1, actor, at: startsAt, releaseAt: startsAt, epoch: 0 }], clock);
  const round = { at, canaryName: "v1.0", baselineName: "v0.9", wantedShare: 0.25, phi: 1 };
  const queries = plan.checks.flatMap(({ text, measure }) =>
    measure === null ? [] : queriesToAsk(measure, round).map((query) => [text, query] as const),
  );
  const Answer = z.object({
    body: z.object({ data: z.object({ result: z.tuple([z.object({ value: z.tuple([z.number(), z.string()]) })]) }) }),
  });

  it.each(queries)("answers one finite value to “%s”: %s", async (_, query) => {
    const { body } = Answer.parse(await shop.source.query({ query, at }));
    expect(Number.isFinite(Number(body.data.result[0].value[1]))).toBe(true);
  });
});

/** The shares of the plan and its gates: [minute of the shift, share, minute at which the next gate may open]. */
const STAGES = [
  [85, 5, 120],
  [125, 25, 180],
  [185, 100, 220],
] as const;

type Adverse = Pick<ReleaseState, "proposals" | "blind" | "rollback" | "calls">;

describe.each([
  [60, 4],
  [120, 20],
])("a healthy night at ×%i (%i of them)", (speed, nights) => {
  it("passes every required check before its gate may open, with a band in which the new version serves, and calls nobody", async () => {
    const waits: number[] = [];
    for (let seed = 0; seed < nights; seed += 1) {
      const night = openNight(plan, { seed: `night-${speed}-${seed}`, speed });
      const before = await night.until(85);
      expect(before.evidence.band).toBe("in");
      for (const [minute, share, gateAt] of STAGES) {
        await night.until(minute);
        night.shift(share);
        let passedAt = 0;
        const last = await night.until(gateAt, (round) => {
          if (passedAt === 0 && allPassed(round)) passedAt = night.minute();
        });
        expect(verdictsOf(last, required), `${seed} at ${share} %`).toEqual(required.map(() => "passed"));
        expect(last.evidence.band).toBe("in");
        expect(Object.entries(last.evidence.verdicts).filter(([, verdict]) => verdict === "failed")).toEqual([]);
        waits.push(passedAt - minute);
      }
      const { proposals, blind, rollback, calls }: Adverse = night.play.state();
      expect({ proposals, blind, started: rollback.started, calls }).toEqual({
        proposals: {},
        blind: null,
        started: null,
        calls: {},
      });
    }
    expect(Math.max(...waits)).toBeLessThan(30);
  }, 120_000);
});

async function faultyNight(seed: number, fault: Parameters<ReturnType<typeof openNight>["inject"]>) {
  const night = openNight(plan, { seed: `fault-${seed}`, speed: 10 });
  night.shift(5);
  await night.until(20);
  night.inject(...fault);
  return { night, injectedAt: night.minute() };
}

const failedIn = (round: Round, id: CheckId) => round.evidence.verdicts[id] === "failed";

describe("what goes wrong", () => {
  it("1 % of errors on the new version are a proposal to go back within about two minutes", async () => {
    const took: number[] = [];
    for (let seed = 0; seed < 20; seed += 1) {
      const { night, injectedAt } = await faultyNight(seed, ["canary_errors", 1]);
      await night.until(30, (round) => failedIn(round, "check:p1-1"));
      expect(night.play.state().proposals).toHaveProperty(["trigger:p1-1"]);
      took.push(night.minute() - injectedAt);
    }
    const sorted = took.toSorted((a, b) => a - b);
    expect(sorted[10]).toBeLessThan(2);
    expect(sorted[18]).toBeLessThan(4);
  }, 60_000);

  it("2 % of errors are the immediate condition, which rolls back by itself where it is armed", async () => {
    const { night } = await faultyNight(1, ["canary_errors", 2]);
    await night.until(40, (round) => failedIn(round, "check:p0-1"));
    expect(night.play.state().proposals).toHaveProperty(["trigger:p0-1"]);
    expect(night.minute()).toBeLessThan(26);
  });

  it("40 % more latency are worse performance", async () => {
    const { night } = await faultyNight(2, ["canary_latency"]);
    await night.until(60, (round) => failedIn(round, "check:p1-2"));
    expect(night.play.state().proposals).toHaveProperty(["trigger:p1-2"]);
  });

  it("a dead new version is out of its band although users see no errors, and nothing rolls back by that alone", async () => {
    const { night, injectedAt } = await faultyNight(3, ["canary_dead"]);
    const last = await night.until(30, (round) => round.evidence.band === "out");
    expect(last.evidence.band).toBe("out");
    expect(night.minute() - injectedAt).toBeLessThan(1);
    expect(night.play.state().traffic.inBand).toBe(false);
    expect(night.play.state().rollback.started).toBeNull();
  });

  it("replication that lags makes the signature expire that says it does not, and calls for its owner", async () => {
    const night = openNight(plan, { seed: "lag", speed: 10 });
    const item = plan.sections
      .flatMap(({ items }) => items)
      .find(({ text }) => text === "数据库主从复制验证（延迟 < 100ms）");
    if (item === undefined) throw new Error("The sample plan has this item.");
    await night.until(2);
    night.sign(item.id);
    const own = () => night.play.state().items[item.id];
    expect(own()).toMatchObject({ status: "signed", signed: { probe: { verdict: "passed" } } });
    await night.until(5);
    expect(own()).toMatchObject({ status: "signed" });
    night.inject("replication_lag");
    const since = night.minute();
    await night.until(10, () => own()?.status === "open");
    expect(own()).toMatchObject({ status: "open", expired: { by: { kind: "system" } } });
    expect(night.minute() - since).toBeLessThan(1);
    expect(night.play.state().calls).toHaveProperty([`call:${item.id}`]);
    night.happen({ type: "fault.cleared", payload: { fault: "replication_lag" } });
    await night.until(night.minute() + 1);
    night.sign(item.id);
    await night.until(night.minute() + 5);
    expect(own()).toMatchObject({ status: "signed" });
    expect(night.play.state().calls).toEqual({});
  });

  it("a source out of sight is lost with the fifth round, freezes the release and rolls nothing back", async () => {
    const { night } = await faultyNight(4, ["source_down"]);
    let rounds = 0;
    await night.until(40, () => {
      rounds += 1;
      return night.play.state().blind !== null;
    });
    expect(rounds).toBe(5);
    expect(night.play.state().rollback.started).toBeNull();
    night.happen({ type: "fault.cleared", payload: { fault: "source_down" } });
    await night.until(60, (round) => allPassed(round));
    expect(night.play.state().blind).toBeNull();
  });
});

it("before a rehearsal is started the shop is measured by real time: what needs no new version passes, nothing fails", async () => {
  const { state, now } = playRelease(plan, { mode: "rehearsal", speed: 60, creator: personActor("rm", ["planner"]) });
  const shop = openShop("preparing", plan, state().clock);
  const snapshot = { releaseId: "preparing", plan, state: state() };
  let memory: Memory = NO_MEMORY;
  let last: Round | null = null;
  for (let second = 0; second < 60; second += 2) {
    const done = await runRound({ snapshot, sources: [shop.source], memory, at: now() + second * 1000 });
    memory = done.memory;
    last = done.round;
  }
  const verdicts = Object.values(last?.evidence.verdicts ?? {});
  expect(verdicts).not.toContain("failed");
  expect(verdicts).not.toContain("errored");
  const served = plan.checks.find(({ measure }) => measure?.kind === "serving");
  expect(last?.evidence.verdicts[served?.id ?? "check:0"]).toBe("passed");
  // How the old version's errors scatter is learnt from the first round on.
  expect(memory.oldErrors.length).toBeGreaterThan(0);
});
