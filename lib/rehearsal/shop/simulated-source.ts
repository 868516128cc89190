import type { Plan } from "@/lib/domain/plan/plan";
import { versionsOf } from "@/lib/domain/plan/versions";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { type Instant, type ReleaseClock, releaseTime } from "@/lib/domain/release/time";
import type { Alert, AlertsReply, MetricSource, SourceReply } from "@/lib/ports/metric-source";
import { evaluate, type Value } from "../promql/evaluate";
import { QueryError } from "../promql/expression";
import { parseQuery } from "../promql/parse";
import { seedOf } from "./random";
import { createShopCounters, type ShopCounters } from "./shop-counters";
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
function firingAlerts({ faults }: ShopHistory): Alert[] {
  return (["alert_firing", "replication_lag"] as const).flatMap((fault) => {
    const last = faults[fault]?.at(-1);
    if (last === undefined || last.value === 0) return [];
    return [{ id: fault, ...ALERTS[fault], silenced: false, since: last.atS * 1000 }];
  });
}

type Valued = ReturnType<typeof seriesOf>;
type Inside = {
  valuesAt: (query: string, at: Instant) => Valued;
  /** Why it does not answer at this time; null while it does. */
  troubled: (at: Instant) => Extract<SourceReply, { kind: "fault" }> | null;
  alerts: () => AlertsReply;
};

function answered(give: () => SourceReply): SourceReply {
  try {
    return give();
  } catch (error) {
    return refusal(error);
  }
}

function rangeOf({ valuesAt }: Inside, query: string, times: Instant[]): SourceReply {
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

function sourceOver(inside: Inside): MetricSource {
  const { valuesAt, troubled, alerts } = inside;
  return {
    name: SHOP_NAME,
    simulated: true,
    query: async ({ query, at }) => {
      const vector = () => {
        const result = valuesAt(query, at).map(({ metric, value }) => ({ metric, value: [at / 1000, text(value)] }));
        return success({ resultType: "vector", result });
      };
      return troubled(at) ?? answered(vector);
    },
    queryRange: async ({ query, from, to, stepS }) => {
      const step = stepS * 1000;
      const first = Math.ceil(from / step);
      const count = Math.floor(to / step) - first + 1;
      const times = () => Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
      const tooMany = new QueryError("exceeded maximum resolution of 11,000 points per timeseries");
      return troubled(to) ?? (count > mostPoints ? refusal(tooMany) : answered(() => rangeOf(inside, query, times())));
    },
    alerts: async () => alerts(),
  };
}

/** What the shop's time is counted in, and all that has happened by that time. */
type ShopClock = { history: ShopHistory; counters: ShopCounters; atS: number };

/**
 * A source that answers as Prometheus would, from a model of the plan's platform: seeded by the release, moved by its log and clock.
 * Before a rehearsal is started its clock stands; the shop is open all the same, and lives by real time until then.
 */
export function openShop(releaseId: string, plan: Plan, firstClock: ReleaseClock): Shop {
  let clock = firstClock;
  let history = { real: UNTOUCHED, release: UNTOUCHED };
  let openedAt: Instant | null = null;
  let before: ShopCounters | null = null;
  const counters = createShopCounters(Math.floor(firstClock.startsAt / 1000) - openBeforeS);
  const seed = seedOf(releaseId);
  const versions = versionsOf(plan);

  function clockAt(at: Instant): ShopClock {
    if (clock.startedAt !== null) return { history: history.release, counters, atS: releaseTime(clock, at) / 1000 };
    before ??= createShopCounters(Math.floor((openedAt ?? at) / 1000) - openBeforeS);
    return { history: history.real, counters: before, atS: at / 1000 };
  }
  function isUnder(fault: keyof ShopHistory["faults"], at: Instant): boolean {
    const { history, atS } = clockAt(at);
    return valueAt(history.faults[fault], atS) > 0;
  }

  const source = sourceOver({
    troubled: (at) => {
      if (isUnder("source_down", at)) return UNREACHABLE;
      return isUnder("source_slow", at) ? { kind: "fault", because: "timeout", detail: "simulated" } : null;
    },
    valuesAt: (query, at) => {
      const { history, counters, atS } = clockAt(at);
      const parts: ShopParts = { seed, versions, history };
      const found = seriesOf(evaluate(parseQuery(query), { metrics: shopMetrics(counters, parts), atS }));
      return isUnder("source_nan", at) ? found.map(({ metric }) => ({ metric, value: Number.NaN })) : found;
    },
    alerts: () => {
      if ((history.real.faults.source_down?.at(-1)?.value ?? 0) > 0) return UNREACHABLE;
      return { kind: "alerts", alerts: firingAlerts(history.real) };
    },
  });
  return {
    source,
    hear: (events, now) => {
      clock = now;
      openedAt ??= events[0]?.at ?? null;
      for (const event of events) {
        const { real, release } = history;
        history = {
          real: historyAfter(real, event, event.at / 1000),
          release: historyAfter(release, event, event.releaseAt / 1000),
        };
      }
    },
  };
}
