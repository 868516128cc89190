/** `<` and `>` are strict: a value that sits exactly on the bound is not below or above it. */
export const COMPARATORS = ["<", "<=", ">", ">="] as const;
type Comparator = (typeof COMPARATORS)[number];

/** A condition on one value, in the unit that the query answers in. */
export type Bound = { comparator: Comparator; value: number };

/** Which way of moving is bad for a metric. */
export const DIRECTIONS = ["increase", "decrease", "either"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How a check is run. Counts are at least 0; a limit says how many may happen before the verdict changes. */
type Run = {
  /** Seconds of the release's clock between two rounds. */
  intervalS: number;
  /** Seconds after the watch's start in which nothing is asked. */
  initialDelayS: number;
  /** Seconds that `{{window}}` stands for in the queries. */
  windowS: number;
  failureLimit: number;
  inconclusiveLimit: number;
  consecutiveErrorLimit: number;
  /** The name of the source that is asked; null = the default one. */
  source: string | null;
};

/**
 * One continuous value (a percentile, a share of time, a lag) against bounds. With both bounds a value between them is
 * inconclusive; with neither, every value is.
 */
export type LimitMeasure = Run & {
  kind: "limit";
  query: string;
  /** As shown beside the value: `ms`, `%`, `/s`; may be empty. */
  unit: string;
  pass: Bound | null;
  fail: Bound | null;
};

/** A rate of errors judged on counts: both queries answer counters that only rise, such as `http_requests_total{…}`. */
export type RateMeasure = Run & {
  kind: "rate";
  errors: string;
  requests: string;
  /** A fraction between 0 and 1, both left out: 0.1 % is 0.001. */
  limit: number;
  /** On which side of the limit the rate is healthy. */
  healthy: "below" | "above";
  /** The plain reading: errors ÷ requests of one round, however few they are. */
  literal: boolean;
};

/** Worse than the old version? Both counters are asked twice a round, once for each version that `{{version}}` stands for. */
export type EvidenceMeasure = Run & {
  kind: "evidence";
  errors: string;
  requests: string;
  /** Evidence from which on the check is inconclusive and people are told, e.g. 20. */
  alertAt: number;
  /** Evidence from which on it has failed and may act, e.g. 100. */
  actAt: number;
};

/** A continuous metric of the new version against the old one. `{{version}}` and `{{baseline}}` may stand in both queries. */
export type ComparisonMeasure = Run & {
  kind: "comparison";
  canary: string;
  baseline: string;
  unit: string;
  direction: Direction;
  /** The ratio of means that is still allowed, above 1: 1.3 is "30 % worse". */
  allowedRatio: number;
};

/** Is the new version there at all? A counter of what each version itself has served, asked once for each version. */
export type ServingMeasure = Run & { kind: "serving"; requests: string };

/**
 * One field of a JSON document that a source serves over HTTP: a word that it must equal, or a number against bounds. The address is
 * the administrator's (the source), the plan names only the path below it.
 */
export type JsonMeasure = Omit<Run, "source"> & {
  kind: "json";
  source: string;
  /** Below the source's own address, e.g. `/health/replication`. */
  path: string;
  /** Where the field stands, e.g. `replica.lag_ms` or `checks[0].status`. */
  field: string;
  /** The word that the field must be, `true` and `false` included; empty = the bounds decide. */
  equals: string;
  unit: string;
  pass: Bound | null;
  fail: Bound | null;
};

/** How a check is measured and judged. */
export type Measure = LimitMeasure | RateMeasure | EvidenceMeasure | ComparisonMeasure | ServingMeasure | JsonMeasure;
export type MeasureKind = Measure["kind"];

/** What a measure runs with where the plan says nothing. */
export const DEFAULT_RUN = {
  intervalS: 15,
  initialDelayS: 0,
  windowS: 60,
  failureLimit: 0,
  inconclusiveLimit: 0,
  consecutiveErrorLimit: 4,
  source: null,
} as const satisfies Run;

/** Every query text of a measure, in the order in which they are asked; none where a document is read. */
export function queriesOf(measure: Measure): string[] {
  switch (measure.kind) {
    case "limit":
      return [measure.query];
    case "rate":
    case "evidence":
      return [measure.errors, measure.requests];
    case "comparison":
      return [measure.canary, measure.baseline];
    case "serving":
      return [measure.requests];
    case "json":
      return [];
  }
}
