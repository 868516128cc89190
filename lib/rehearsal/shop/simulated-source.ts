import type { Plan } from "@/lib/domain/plan/plan";
import { versionsOf } from "@/lib/domain/plan/versions";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { type Instant, type ReleaseClock, realTime, releaseTime } from "@/lib/domain/release/time";
import type { Alert, AlertsReply, MetricSource, SourceReply } from "@/lib/ports/metric-source";
import { evaluate, type Value } from "../promql/evaluate";
import { QueryError } from "../promql/expression";
import { parseQuery } from "../promql/parse";
import { seedOf } from "./random";
import { createShopCounters } from "./shop-counters";
import { historyAfter, type ShopHistory, UNTOUCHED, valueAt } from "./shop-history";
import { shopMetrics } from "./shop-metrics";
import type { ShopParts } from "./shop-tick";

const SHOP_NAME = "simulated shop";
/** As many points as Prometheus gives at most. */
const mostPoints = 11_000;
/** The shop was open before the release began: rates have something to stand on. */
const openBeforeS = 1_800;

export type Shop = {
  source: MetricSource;
  /** What happened in the release since the last time, oldest first. */
  hear: (events: readonly ReleaseEvent[], clock: ReleaseClock) => void;
};

const UNREACHABLE = { kind: "fault", because: "unreachable", detail: "simulated" } as const;

function text(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}

const success = (data: object): SourceReply => ({ kind: "reply", status: 200, body: { status: "success", data } });

function refusal(error: unknown): SourceReply {
  if (!(error instanceof QueryError)) throw error;
  return { kind: "reply", status: 400, body: { status: "error", errorType: "bad_data", error: error.message } };
}

function seriesOf(value: Value): { metric: Record<string, string>; value: number }[] {
  if (value.kind === "scalar") return [{ metric: {}, value: value.value }];
  return value.points.map(({ labels, value: own }) => ({ metric: labels, value: own }));
}

const ALERTS = {
  alert_firing: { name: "KafkaConsumerLag", summary: "order-events is 48,000 messages behind", severity: "P1" },
  replication_lag: { name: "ReplicationLag", summary: "db-2 is more than 100 ms behind", severity: "P1" },
} as const;

/** What fires now: the last word on each fault counts. */
function firingAlerts({ faults }: ShopHistory, clock: ReleaseClock): Alert[] {
  return (["alert_firing", "replication_lag"] as const).flatMap((fault) => {
    const last = faults[fault]?.at(-1);
    if (last === undefined || last.value === 0) return [];
    return [{ id: fault, ...ALERTS[fault], silenced: false, since: realTime(clock, last.atS * 1000) }];
  });
}

/** A source that answers as Prometheus would, from a model of the plan's platform: seeded by the release, moved by its log and clock. */
export function openShop(releaseId: string, plan: Plan, firstClock: ReleaseClock): Shop {
  let clock = firstClock;
  let history = UNTOUCHED;
  const counters = createShopCounters(Math.floor(firstClock.startsAt / 1000) - openBeforeS);
  const seed = seedOf(releaseId);
  const versions = versionsOf(plan);
  const shopTimeS = (at: Instant) => releaseTime(clock, at) / 1000;
  const isUnder = (fault: keyof ShopHistory["faults"], at: Instant) =>
    valueAt(history.faults[fault], shopTimeS(at)) > 0;

  function troubled(at: Instant): Extract<SourceReply, { kind: "fault" }> | null {
    if (isUnder("source_down", at)) return UNREACHABLE;
    return isUnder("source_slow", at) ? { kind: "fault", because: "timeout", detail: "simulated" } : null;
  }

  function valuesAt(query: string, at: Instant) {
    const parts: ShopParts = { seed, versions, history };
    const found = seriesOf(evaluate(parseQuery(query), { metrics: shopMetrics(counters, parts), atS: shopTimeS(at) }));
    return isUnder("source_nan", at) ? found.map(({ metric }) => ({ metric, value: Number.NaN })) : found;
  }

  function range(query: string, times: Instant[]): SourceReply {
    const series = new Map<string, { metric: Record<string, string>; values: [number, string][] }>();
    for (const at of times) {
      for (const { metric, value } of valuesAt(query, at)) {
        const key = JSON.stringify(metric);
        const one = series.get(key) ?? { metric, values: [] };
        one.values.push([at / 1000, text(value)]);
        series.set(key, one);
      }
    }
    return success({ resultType: "matrix", result: [...series.values()] });
  }

  const source: MetricSource = {
    name: SHOP_NAME,
    simulated: true,
    query: async ({ query, at }) => {
      const fault = troubled(at);
      if (fault !== null) return fault;
      try {
        const result = valuesAt(query, at).map(({ metric, value }) => ({ metric, value: [at / 1000, text(value)] }));
        return success({ resultType: "vector", result });
      } catch (error) {
        return refusal(error);
      }
    },
    queryRange: async ({ query, from, to, stepS }) => {
      const fault = troubled(to);
      if (fault !== null) return fault;
      const step = stepS * 1000;
      const first = Math.ceil(from / step);
      const count = Math.floor(to / step) - first + 1;
      if (count > mostPoints)
        return refusal(new QueryError("exceeded maximum resolution of 11,000 points per timeseries"));
      try {
        return range(
          query,
          Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step),
        );
      } catch (error) {
        return refusal(error);
      }
    },
    alerts: async (): Promise<AlertsReply> => {
      if ((history.faults.source_down?.at(-1)?.value ?? 0) > 0) return UNREACHABLE;
      return { kind: "alerts", alerts: firingAlerts(history, clock) };
    },
  };
  return {
    source,
    hear: (events, now) => {
      clock = now;
      history = events.reduce(historyAfter, history);
    },
  };
}
