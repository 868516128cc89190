import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Plan } from "@/lib/domain/plan/plan";
import type { EventBody, ReleaseEvent } from "@/lib/domain/release/events";
import { engine } from "@/lib/domain/release/fixtures/release-play";
import { poissonAt } from "./random";
import { openShop, type Shop } from "./simulated-source";

const plan: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
const startsAt = 1_800_000_000_000;
const clock = { mode: "rehearsal" as const, speed: 10, startsAt, startedAt: startsAt };
const minute = 60_000;
/** The real instant that lies so many minutes of the release's clock after its start. */
const whenIs = (minutes: number) => startsAt + (minutes * minute) / clock.speed;

function event(minutes: number, body: EventBody): ReleaseEvent {
  const actor = { kind: "system", name: engine.kind } as const;
  const releaseAt = startsAt + minutes * minute;
  return { ...body, releaseId: "r1", seq: 1, actor, at: whenIs(minutes), releaseAt, epoch: 0 };
}

function shopWith(...events: ReleaseEvent[]): Shop {
  const shop = openShop("r1", plan, clock);
  shop.hear(events, clock);
  return shop;
}

const Vector = z.object({
  body: z.object({ data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }) }),
});

async function ask(shop: Shop, query: string, minutes: number): Promise<number[]> {
  const reply = Vector.parse(await shop.source.query({ query, at: whenIs(minutes) }));
  return reply.body.data.result.map(({ value: [, text] }) => Number(text));
}

const rate = (version: string, code = ".*") =>
  `sum(rate(http_requests_total{version="${version}",code=~"${code}"}[5m]))`;
const share = event(1, { type: "traffic.set", payload: { share: 25, from: 0 } });
const inject = (fault: "canary_errors" | "canary_dead" | "source_down" | "source_nan", percent: number | null = null) =>
  event(10, { type: "fault.injected", payload: { fault, percent } });

describe("the simulated shop", () => {
  it("serves the new version its share of the requests, as counts that scatter as they do in life", async () => {
    const shop = shopWith(share);
    const [fresh = 0] = await ask(shop, rate("v1.0"), 20);
    const [old = 0] = await ask(shop, rate("v0.9"), 20);
    expect(fresh / (fresh + old)).toBeCloseTo(0.25, 1);
    const [one] = await ask(shop, 'sum(increase(http_requests_total{version="v1.0"}[1s]))', 20);
    const [other] = await ask(shop, 'sum(increase(http_requests_total{version="v1.0"}[1s]))', 20.1);
    expect(one).not.toBe(other);
  });

  it("has the same night every time, whoever asks for which part of it first", async () => {
    const [one, two] = [shopWith(share), shopWith(share)];
    await ask(two, rate("v1.0"), 50);
    for (const minutes of [5, 17, 31])
      expect(await ask(two, rate("v1.0"), minutes)).toEqual(await ask(one, rate("v1.0"), minutes));
  });

  it("lets the new version err as often as it is told, and the old one as usual", async () => {
    const shop = shopWith(share, inject("canary_errors", 2));
    const errors = (version: string) => `${rate(version, "5..")} / ${rate(version)}`;
    expect((await ask(shop, errors("v1.0"), 30))[0]).toBeCloseTo(0.02, 2);
    expect((await ask(shop, errors("v0.9"), 30))[0]).toBeLessThan(0.002);
    expect((await ask(shop, errors("v1.0"), 9))[0]).toBeLessThan(0.004);
  });

  it("answers its users for a dead new version, which then serves nobody", async () => {
    const shop = shopWith(share, inject("canary_dead"));
    expect(await ask(shop, rate("v1.0"), 30)).toEqual([0]);
    expect((await ask(shop, rate("v0.9"), 30))[0]).toBeGreaterThan(300);
    expect((await ask(shop, 'sum(rate(http_requests_total{code="500"}[5m]))', 30))[0]).toBeLessThan(1);
  });

  it("takes the traffic back with the start of a rollback", async () => {
    const back = event(10, {
      type: "rollback.started",
      payload: { reason: null, trigger: null, fromShare: 25, reverted: [] },
    });
    expect(await ask(shopWith(share, back), rate("v1.0"), 20)).toEqual([0]);
  });

  it("knows the latency by its histogram", async () => {
    const p99 =
      'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{version="v0.9"}[5m])))';
    const [seconds = 0] = await ask(shopWith(share), p99, 20);
    expect(seconds).toBeGreaterThan(0.06);
    expect(seconds).toBeLessThan(0.12);
  });

  it("can be out of sight, and can answer NaN, until the fault is taken away", async () => {
    const down = shopWith(inject("source_down"));
    expect(await down.source.query({ query: "up", at: whenIs(20) })).toMatchObject({
      kind: "fault",
      because: "unreachable",
    });
    expect(await down.source.alerts()).toMatchObject({ kind: "fault" });
    down.hear([event(21, { type: "fault.cleared", payload: { fault: "source_down" } })], clock);
    expect(await down.source.query({ query: "up", at: whenIs(22) })).toMatchObject({ kind: "reply", status: 200 });
    expect(await ask(shopWith(inject("source_nan")), "sum(up)", 20)).toEqual([Number.NaN]);
  });

  it("says which alerts fire, and since when", async () => {
    const firing = event(5, { type: "fault.injected", payload: { fault: "replication_lag", percent: null } });
    const alerts = await shopWith(firing).source.alerts();
    expect(alerts).toMatchObject({ alerts: [{ name: "ReplicationLag", since: whenIs(5), silenced: false }] });
  });

  it("lives by real time before the release is started, and by the release's from then on", async () => {
    const standing = { ...clock, startedAt: null };
    const shop = openShop("r1", plan, standing);
    const made = startsAt - 3_600_000;
    const early = (seconds: number, body: EventBody) => ({ ...event(0, body), at: made + seconds * 1000 });
    const count = 'sum(http_requests_total{version="v0.9"})';
    const lag = "max(pg_replication_lag_seconds)";
    const at = async (query: string, seconds: number) => {
      const reply = Vector.parse(await shop.source.query({ query, at: made + seconds * 1000 }));
      return Number(reply.body.data.result[0]?.value[1]);
    };
    shop.hear([early(0, { type: "fault.cleared", payload: { fault: "replication_lag" } })], standing);
    expect(((await at(count, 75)) - (await at(count, 60))) / 15).toBeGreaterThan(300);
    expect(await at(lag, 75)).toBeLessThan(0.1);
    shop.hear([early(80, { type: "fault.injected", payload: { fault: "replication_lag", percent: null } })], standing);
    expect(await at(lag, 79)).toBeLessThan(0.1);
    expect(await at(lag, 81)).toBeGreaterThan(0.3);
    expect(await shop.source.alerts()).toMatchObject({ alerts: [{ since: made + 80_000 }] });
    shop.hear([], clock);
    const second = async (atS: number) =>
      Vector.parse(await shop.source.query({ query: count, at: startsAt + atS * 1000 }));
    const counts = [await second(6), await second(7)].map((reply) => Number(reply.body.data.result[0]?.value[1]));
    expect((counts[1] ?? 0) - (counts[0] ?? 0)).toBeGreaterThan(3_000);
    expect(await ask(shop, lag, 1)).toEqual([expect.closeTo(0.35, 1)]);
  });

  it("answers as Prometheus does to a broken query, an unknown metric, and too many points", async () => {
    const { source } = shopWith();
    expect(await source.query({ query: "sum(", at: whenIs(1) })).toMatchObject({
      status: 400,
      body: { errorType: "bad_data" },
    });
    expect(await source.query({ query: "no_such", at: whenIs(1) })).toMatchObject({ body: { data: { result: [] } } });
    const far = { query: "up", from: whenIs(0), to: whenIs(60_000), stepS: 1 };
    expect(await source.queryRange(far)).toMatchObject({ status: 400 });
    expect(await source.queryRange({ ...far, to: whenIs(1) })).toMatchObject({ status: 200 });
  });
});

it.each([0.05, 3, 30, 400])("counts with a mean of %s scatter as Poisson counts do", (mean) => {
  const counts = Array.from({ length: 4_000 }, (_, tick) => poissonAt(mean, 7, tick, 1));
  const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length;
  expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / counts.length));
  expect(variance / mean).toBeGreaterThan(0.85);
  expect(variance / mean).toBeLessThan(1.15);
});
