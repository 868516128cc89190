import { BUCKETS, type ShopParts, type ShopSide, SIDES, shopTick, withinBound } from "./shop-tick";

/** What has been counted up to a second, by the counter's own key. */
export type Counts = Record<string, number>;

const sideKeys = (side: ShopSide) => [
  `${side}:requests`,
  `${side}:errors`,
  `${side}:orders`,
  `${side}:gc`,
  `${side}:latency_sum`,
  ...BUCKETS.map((bound) => `${side}:le:${bound}`),
];
const KEYS = [...SIDES.flatMap(sideKeys), "slow_queries", "redis_hits", "redis_misses"];
const NOTHING: Counts = Object.fromEntries(KEYS.map((key) => [key, 0]));

function after(before: Counts, parts: ShopParts, tick: number): Counts {
  const added = shopTick(parts, tick);
  const next = { ...before };
  const add = (key: string, amount: number) => {
    next[key] = (next[key] ?? 0) + amount;
  };
  for (const side of SIDES) {
    const { requests, errors, orders, gcS, slower } = added[side];
    add(`${side}:requests`, requests);
    add(`${side}:errors`, errors);
    add(`${side}:orders`, orders);
    add(`${side}:gc`, gcS);
    add(`${side}:latency_sum`, requests * 0.026 * slower);
    for (const bound of BUCKETS) add(`${side}:le:${bound}`, requests * withinBound(bound, slower));
  }
  add("slow_queries", added.slowQueries);
  add("redis_hits", added.redisHits);
  add("redis_misses", added.redisMisses);
  return next;
}

/** Seconds that are remembered, and the longest stretch that is counted through: beyond it the shop starts anew, as after a reboot. */
const keptS = 3_600;
const longestS = 14_400;

export type ShopCounters = { at: (parts: ShopParts, atS: number) => Counts };

/** Counters of a shop that opened at a second of the release's clock. What was counted is kept for an hour: the past does not change. */
export function createShopCounters(startS: number): ShopCounters {
  let first = startS;
  let kept: Counts[] = [NOTHING];

  function countUpTo(parts: ShopParts, second: number): void {
    if (second - (first + kept.length) > longestS) {
      first = second - keptS;
      kept = [NOTHING];
    }
    while (first + kept.length <= second) {
      const tick = first + kept.length - 1;
      kept.push(after(kept.at(-1) ?? NOTHING, parts, tick));
      if (kept.length > 2 * keptS) {
        kept = kept.slice(-keptS);
        first = tick + 2 - keptS;
      }
    }
  }

  return {
    at: (parts, atS) => {
      const whole = Math.floor(atS);
      countUpTo(parts, whole);
      const low = kept[Math.max(0, whole - first)] ?? NOTHING;
      const known = kept[Math.max(0, whole + 1 - first)];
      // The second that runs now is not over: its events may still come, and it is counted anew when it is.
      const high = known ?? after(low, parts, whole);
      const part = Math.min(1, Math.max(0, atS - whole));
      return Object.fromEntries(
        KEYS.map((key) => [key, (low[key] ?? 0) + part * ((high[key] ?? 0) - (low[key] ?? 0))]),
      );
    },
  };
}
