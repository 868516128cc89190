import type { Versions } from "@/lib/domain/plan/versions";
import { normalAt, poissonAt, randomAt } from "./random";
import { type ShopHistory, valueAt } from "./shop-history";

/** Requests a second that reach the shop by night, and what goes wrong in ordinary times. */
const requestsPerSecond = 400;
const dayS = 86_400;
const usualErrors = 0.0002;
const ordersShare = 0.13;
/** Milliseconds: the middle of the latency, and how far it spreads (standard deviation of its logarithm). */
const latencyMs = 22;
const latencySpread = 0.58;

/** Upper bounds of the latency buckets in seconds. */
export const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2.5] as const;

export const SIDES = ["new", "old"] as const;
export type ShopSide = (typeof SIDES)[number];

/** What one second adds to the counters of one version. */
type SideTick = { requests: number; errors: number; orders: number; gcS: number; slower: number };
export type ShopTick = Record<ShopSide, SideTick> & { slowQueries: number; redisHits: number; redisMisses: number };

export type ShopParts = { seed: number; versions: Versions; history: ShopHistory };

/** A share of the requests in a burst: ten seconds out of a minute. */
function burst(level: number, tick: number): number {
  return level > 0 && tick % 60 < 10 ? 0.03 : 0;
}

function sideTick({ seed, history }: ShopParts, tick: number, side: ShopSide): SideTick {
  const stream = side === "new" ? 10 : 30;
  const fault = (name: keyof ShopHistory["faults"]) => valueAt(history.faults[name], tick);
  const share = valueAt(history.shares, tick) / 100;
  // A dead new version is answered for by the old one: the proxy tries the next server.
  const served = fault("canary_dead") > 0 ? 0 : share;
  const mean = requestsPerSecond * (0.9 + 0.1 * Math.sin((2 * Math.PI * tick) / dayS));
  const requests = poissonAt(mean * (side === "new" ? served : 1 - served), seed, tick, stream);
  const own = side === "new" ? fault("canary_errors") / 100 : 0;
  const rate = usualErrors + own + burst(fault("burst_errors"), tick);
  const wobble = 1 + 0.02 * normalAt(seed, Math.floor(tick / 15), stream + 1);
  return {
    requests,
    errors: Math.min(requests, poissonAt(requests * rate, seed, tick, stream + 2)),
    orders: poissonAt(requests * ordersShare, seed, tick, stream + 3),
    gcS: requests === 0 ? 0 : 0.004 * (0.8 + 0.4 * randomAt(seed, tick, stream + 4)),
    slower: wobble * (side === "new" && fault("canary_latency") > 0 ? 1.4 : 1),
  };
}

/** What the second that begins at `tick` (whole seconds of the release's clock) adds; depends on nothing else. */
export function shopTick(parts: ShopParts, tick: number): ShopTick {
  const { seed } = parts;
  const lookups = 1_200;
  const misses = poissonAt(lookups * 0.025, seed, tick, 60);
  return {
    new: sideTick(parts, tick, "new"),
    old: sideTick(parts, tick, "old"),
    slowQueries: poissonAt(0.05, seed, tick, 61),
    redisHits: lookups - misses,
    redisMisses: misses,
  };
}

/** Abramowitz and Stegun 7.1.26; absolute error under 1.5e-7. */
function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * series * Math.exp(-x * x);
  return z < 0 ? tail : 1 - tail;
}

/** The part of the requests that took no longer than a bound (seconds), with latencies `slower` times the usual. */
export function withinBound(bound: number, slower: number): number {
  return normalBelow(Math.log((bound * 1000) / (latencyMs * slower)) / latencySpread);
}

/** Replication lag of the database in seconds: some tens of milliseconds, a third of a second when it is made to lag. */
export function lagAt({ seed, history }: ShopParts, atS: number): number {
  const tick = Math.floor(atS);
  const usual = 0.012 + 0.02 * randomAt(seed, tick, 70);
  return valueAt(history.faults.replication_lag, atS) > 0 ? usual + 0.33 : usual;
}
