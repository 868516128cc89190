import type { Labels, Metrics, Point } from "../promql/vector";
import type { Counts, ShopCounters } from "./shop-counters";
import { valueAt } from "./shop-history";
import { BUCKETS, lagAt, type ShopParts, type ShopSide, SIDES } from "./shop-tick";

const service = "scm";

type Read = { counts: () => Counts; parts: ShopParts; atS: number };
type Metric = (read: Read) => { labels: Labels; value: number }[];

function sides(each: (side: ShopSide, version: string) => { labels: Labels; value: number }[]) {
  return ({ parts }: Read) => {
    const { version, baseline } = parts.versions;
    return SIDES.flatMap((side) => each(side, side === "new" ? version : baseline));
  };
}

function sideCounter(key: string): Metric {
  return (read) =>
    sides((side, version) => [{ labels: { service, version }, value: read.counts()[`${side}:${key}`] ?? 0 }])(read);
}

const counter =
  (key: string): Metric =>
  ({ counts }) => [{ labels: {}, value: counts()[key] ?? 0 }];

const requests: Metric = (read) =>
  sides((side, version) => {
    const { [`${side}:requests`]: all = 0, [`${side}:errors`]: errors = 0 } = read.counts();
    return [
      { labels: { service, version, code: "200" }, value: all - errors },
      { labels: { service, version, code: "500" }, value: errors },
    ];
  })(read);

const buckets: Metric = (read) =>
  sides((side, version) => {
    const counts = read.counts();
    const bound = (le: string, value: number) => ({ labels: { service, version, le }, value });
    const finite = BUCKETS.map((le) => bound(String(le), counts[`${side}:le:${le}`] ?? 0));
    return [...finite, bound("+Inf", counts[`${side}:requests`] ?? 0)];
  })(read);

/** Pods of the new version by the share that it is given, and one of them gone when it is dead. */
const pods: Metric = (read) => {
  const { version, baseline } = read.parts.versions;
  const { shares, faults } = read.parts.history;
  const share = valueAt(shares, read.atS);
  const isDead = valueAt(faults.canary_dead, read.atS) > 0;
  const wanted = share >= 100 ? 20 : share >= 50 ? 10 : share >= 25 ? 5 : share > 0 ? 2 : 0;
  return [
    { labels: { deployment: service, version }, value: isDead ? 0 : wanted },
    { labels: { deployment: service, version: baseline }, value: 10 },
  ];
};

/** Everything that the shop measures, by conventional names. */
const METRICS: Record<string, Metric> = {
  http_requests_total: requests,
  http_request_duration_seconds_bucket: buckets,
  http_request_duration_seconds_count: sideCounter("requests"),
  http_request_duration_seconds_sum: sideCounter("latency_sum"),
  orders_created_total: sideCounter("orders"),
  jvm_gc_pause_seconds_sum: sideCounter("gc"),
  log_fatal_total: (read) => sides((_, version) => [{ labels: { service, version }, value: 0 }])(read),
  pg_slow_queries_total: counter("slow_queries"),
  redis_keyspace_hits_total: counter("redis_hits"),
  redis_keyspace_misses_total: counter("redis_misses"),
  pg_replication_lag_seconds: ({ parts, atS }) => [{ labels: { replica: "db-2" }, value: lagAt(parts, atS) }],
  kube_deployment_status_replicas_ready: pods,
  up: (read) => sides((_, version) => [{ labels: { job: service, version }, value: 1 }])(read),
};

/** The shop as the query language sees it; nothing for a name that it does not measure. */
export function shopMetrics(counters: ShopCounters, parts: ShopParts): Metrics {
  const known = new Map<number, Counts>();
  return (name, atS): Point[] => {
    const metric = Object.hasOwn(METRICS, name) ? METRICS[name] : undefined;
    if (metric === undefined) return [];
    const counts = () => {
      const found = known.get(atS) ?? counters.at(parts, atS);
      known.set(atS, found);
      return found;
    };
    return metric({ counts, parts, atS }).map(({ labels, value }) => ({
      labels: { __name__: name, ...labels },
      value,
    }));
  };
}
