/** The part of PromQL that the simulated shop understands, as a tree. Durations are in seconds. */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "selector"; name: string; matchers: Matcher[]; rangeS: number | null; offsetS: number }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "aggregate"; name: Aggregation; by: string[] | null; without: string[] | null; of: Expression }
  | { kind: "binary"; operator: Operator; left: Expression; right: Expression }
  | { kind: "or"; left: Expression; right: Expression }
  | { kind: "negative"; of: Expression };

export type Matcher = { label: string; operator: "=" | "!=" | "=~" | "!~"; value: string };

export const AGGREGATIONS = ["sum", "avg", "min", "max", "count"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const OPERATORS = ["+", "-", "*", "/", "%", ">", "<", ">=", "<=", "==", "!="] as const;
export type Operator = (typeof OPERATORS)[number];

/** Why a query is not answered: Prometheus would say so with 400. */
export class QueryError extends Error {}
