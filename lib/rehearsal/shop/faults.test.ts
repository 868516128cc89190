import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import type { Plan } from "@/lib/domain/plan/plan";
import type { EventBody, ReleaseEvent } from "@/lib/domain/release/events";
import { CANARY_ERROR_PERCENTS, FAULTS, type Fault } from "@/lib/domain/release/fault";
import { openShop, type Shop } from "./simulated-source";

const plan: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
const startsAt = 1_800_000_000_000;
const clock = { mode: "rehearsal" as const, speed: 10, startsAt, startedAt: startsAt };
const whenIs = (minutes: number) => startsAt + (minutes * 60_000) / clock.speed;
/** The fault begins, and ends. */
const [begins, ends] = [30, 60];

function event(minutes: number, body: EventBody): ReleaseEvent {
  const actor = { kind: "system", name: "test" } as const;
  const releaseAt = startsAt + minutes * 60_000;
  return { ...body, releaseId: "r1", seq: 1, actor, at: whenIs(minutes), releaseAt, epoch: 0 };
}

/** A shop at 25 % that suffers from one fault for half an hour. */
function suffering(fault: Fault, percent: number | null = null): Shop {
  const shop = openShop("r1", plan, clock);
  const share = event(1, { type: "traffic.set", payload: { share: 25, from: 0 } });
  const injected = event(begins, { type: "fault.injected", payload: { fault, percent } });
  shop.hear([share, injected, event(ends, { type: "fault.cleared", payload: { fault } })], clock);
  return shop;
}

const Answer = z.object({
  body: z.object({ data: z.object({ result: z.tuple([z.object({ value: z.tuple([z.number(), z.string()]) })]) }) }),
});

async function ask(shop: Shop, query: string, minutes: number): Promise<number> {
  const { body } = Answer.parse(await shop.source.query({ query, at: whenIs(minutes) }));
  return Number(body.data.result[0].value[1]);
}

const requests = (version: string, code = ".*", window = "20m") =>
  `sum(increase(http_requests_total{version="${version}",code=~"${code}"}[${window}]))`;
const errorRate = (version: string) => `${requests(version, "5..")} / ${requests(version)}`;
const p99 = (version: string) =>
  `histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{version="${version}"}[20m])))`;
/** Before, during and after the fault: windows of twenty minutes that hold nothing else. */
const [before, during, after] = [25, 52, 85];
const over = (shop: Shop, query: string) =>
  Promise.all([ask(shop, query, before), ask(shop, query, during), ask(shop, query, after)]);

type Outcome = "answers" | "unreachable" | "timeout";
async function outcomes(shop: Shop): Promise<Outcome[]> {
  const replies = await Promise.all(
    [before, during, after].map((minutes) => shop.source.query({ query: "up", at: whenIs(minutes) })),
  );
  return replies.map((reply) =>
    reply.kind === "reply" ? "answers" : z.enum(["unreachable", "timeout"]).parse(reply.because),
  );
}

/** What the shop's answers show of each fault, while it lasts and no longer. */
const EFFECTS: Record<Fault, () => Promise<void>> = {
  canary_errors: async () => {
    for (const percent of CANARY_ERROR_PERCENTS) {
      const shop = suffering("canary_errors", percent);
      const [sound, sick, well] = await over(shop, errorRate("v1.0"));
      expect(sick).toBeGreaterThan(0.85 * (percent / 100));
      expect(sick).toBeLessThan(1.2 * (percent / 100) + 0.0004);
      expect(Math.max(sound, well)).toBeLessThan(0.0008);
      expect(await ask(shop, errorRate("v0.9"), during)).toBeLessThan(0.0008);
    }
  },
  canary_latency: async () => {
    const shop = suffering("canary_latency");
    const [sound, slow, well] = await over(shop, p99("v1.0"));
    expect(slow / sound).toBeGreaterThan(1.3);
    expect(slow / sound).toBeLessThan(1.5);
    expect(well / sound).toBeCloseTo(1, 1);
    expect((await ask(shop, p99("v0.9"), during)) / sound).toBeCloseTo(1, 1);
  },
  burst_errors: async () => {
    const shop = suffering("burst_errors");
    for (const version of ["v1.0", "v0.9"]) {
      const [sound, sick, well] = await over(shop, errorRate(version));
      expect(sick).toBeGreaterThan(0.003);
      expect(Math.max(sound, well)).toBeLessThan(0.0008);
    }
    const perTenSeconds = await Promise.all(
      Array.from({ length: 12 }, (_, index) => ask(shop, requests("v0.9", "5..", "10s"), 50 + index / 6)),
    );
    const mean = perTenSeconds.reduce((sum, one) => sum + one, 0) / perTenSeconds.length;
    const variance = perTenSeconds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / perTenSeconds.length;
    expect(variance / mean).toBeGreaterThan(5);
  },
  canary_dead: async () => {
    const shop = suffering("canary_dead");
    const [sound, dead, well] = await over(shop, requests("v1.0"));
    expect(dead).toBe(0);
    expect(Math.min(sound, well)).toBeGreaterThan(0);
    expect(await ask(shop, requests("v0.9"), during)).toBeGreaterThan(
      1.2 * (await ask(shop, requests("v0.9"), before)),
    );
    expect(await ask(shop, errorRate("v0.9"), during)).toBeLessThan(0.0008);
    expect(await ask(shop, 'kube_deployment_status_replicas_ready{version="v1.0"}', during)).toBe(0);
  },
  replication_lag: async () => {
    const [sound, lagging, well] = await over(suffering("replication_lag"), "pg_replication_lag_seconds");
    expect(lagging).toBeGreaterThan(0.3);
    expect(Math.max(sound, well)).toBeLessThan(0.1);
  },
  alert_firing: async () => {
    const shop = openShop("r1", plan, clock);
    expect(await shop.source.alerts()).toEqual({ kind: "alerts", alerts: [] });
    shop.hear([event(begins, { type: "fault.injected", payload: { fault: "alert_firing", percent: null } })], clock);
    expect(await shop.source.alerts()).toMatchObject({ alerts: [{ silenced: false, since: whenIs(begins) }] });
    shop.hear([event(ends, { type: "fault.cleared", payload: { fault: "alert_firing" } })], clock);
    expect(await shop.source.alerts()).toEqual({ kind: "alerts", alerts: [] });
  },
  source_down: async () =>
    expect(await outcomes(suffering("source_down"))).toEqual(["answers", "unreachable", "answers"]),
  source_slow: async () => expect(await outcomes(suffering("source_slow"))).toEqual(["answers", "timeout", "answers"]),
  source_nan: async () => {
    const values = await over(suffering("source_nan"), "sum(up)");
    expect(values.map(Number.isNaN)).toEqual([false, true, false]);
  },
};

describe("the simulated shop shows while it lasts, and no longer", () => {
  it.each(FAULTS)("%s", (fault) => EFFECTS[fault]());
});

test("while it is out of sight the shop says nothing of its alerts either, and nothing of the past", async () => {
  const shop = openShop("r1", plan, clock);
  shop.hear([event(begins, { type: "fault.injected", payload: { fault: "source_down", percent: null } })], clock);
  expect(await shop.source.alerts()).toMatchObject({ kind: "fault", because: "unreachable" });
  const past = { query: "up", from: whenIs(begins), to: whenIs(begins + 5), stepS: 15 };
  expect(await shop.source.queryRange(past)).toMatchObject({ kind: "fault", because: "unreachable" });
});
