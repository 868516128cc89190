/** What a rehearsal's simulated shop can be made to suffer. */
export const FAULTS = [
  "canary_errors",
  "canary_latency",
  "burst_errors",
  "canary_dead",
  "replication_lag",
  "alert_firing",
  "source_down",
  "source_slow",
  "source_nan",
] as const;
export type Fault = (typeof FAULTS)[number];

/** Errors of the new version in percent of its requests, for `canary_errors`; more than 0, at most 100. */
export const CANARY_ERROR_PERCENTS = [0.2, 0.5, 1, 2] as const;
