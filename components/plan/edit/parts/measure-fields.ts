import {
  type Bound,
  COMPARATORS,
  type ComparisonMeasure,
  DEFAULT_RUN,
  DIRECTIONS,
  type EvidenceMeasure,
  type JsonMeasure,
  type LimitMeasure,
  type Measure,
  type MeasureKind,
  type RateMeasure,
  type ServingMeasure,
} from "@/lib/domain/plan/measure";
import { type Field, type FieldProblem, flag, text } from "../field-spec";

export const MEASURE_KINDS: readonly MeasureKind[] = ["limit", "rate", "evidence", "comparison", "serving", "json"];

const NO_BOUND = "none";

const range = (value: number, least: number, most: number): FieldProblem | null =>
  value < least || value > most ? "range" : null;

/** A number that must be there. */
function figure<Row extends { [Name in Key]: number }, Key extends string>(
  key: Key,
  { unit, least, most }: { unit: string; least: number; most: number },
): Field<Row> {
  return {
    kind: "number",
    key,
    unit,
    size: "small",
    read: (row) => row[key],
    write: (row, value) => ({ ...row, [key]: value ?? least }),
    problem: (row) => range(row[key], least, most),
  };
}

function query<Row extends { [Name in Key]: string }, Key extends string>(key: Key): Field<Row> {
  const problem = (row: Row): FieldProblem | null => (row[key].trim() === "" ? "query" : null);
  return text<Row, Key>(key, { size: "full", problem }, "code");
}

type Bounds = Pick<LimitMeasure, "pass" | "fail">;

function comparator<Row extends Bounds>(which: "pass" | "fail"): Field<Row> {
  return {
    kind: "choice",
    key: `${which}Comparator`,
    options: [NO_BOUND, ...COMPARATORS],
    size: "small",
    read: (measure) => measure[which]?.comparator ?? NO_BOUND,
    write: (measure, value) => {
      const chosen = COMPARATORS.find((one) => one === value);
      const bound: Bound | null =
        chosen === undefined ? null : { comparator: chosen, value: measure[which]?.value ?? 0 };
      return { ...measure, [which]: bound };
    },
  };
}

function bound<Row extends Bounds>(which: "pass" | "fail"): Field<Row> {
  return {
    kind: "number",
    key: `${which}Value`,
    unit: "",
    size: "small",
    read: (measure) => measure[which]?.value ?? null,
    write: (measure, value) => {
      const kept = measure[which];
      return { ...measure, [which]: value === null ? null : { comparator: kept?.comparator ?? "<", value } };
    },
  };
}

const healthy: Field<RateMeasure> = {
  kind: "choice",
  key: "healthy",
  options: ["below", "above"],
  size: "small",
  read: (measure) => measure.healthy,
  write: (measure, value) => ({ ...measure, healthy: value === "above" ? "above" : "below" }),
};

const direction: Field<ComparisonMeasure> = {
  kind: "choice",
  key: "direction",
  options: DIRECTIONS,
  size: "small",
  read: (measure) => measure.direction,
  write: (measure, value) => ({
    ...measure,
    direction: DIRECTIONS.find((one) => one === value) ?? measure.direction,
  }),
};

/** How often it is asked and over how long: the same for every kind. */
function run<Row extends Measure>(): Field<Row>[] {
  return [
    figure<Row, "intervalS">("intervalS", { unit: "s", least: 1, most: 3_600 }),
    figure<Row, "windowS">("windowS", { unit: "s", least: 1, most: 86_400 }),
    figure<Row, "initialDelayS">("initialDelayS", { unit: "s", least: 0, most: 86_400 }),
    figure<Row, "failureLimit">("failureLimit", { unit: "", least: 0, most: 1_000 }),
    figure<Row, "inconclusiveLimit">("inconclusiveLimit", { unit: "", least: 0, most: 1_000 }),
    figure<Row, "consecutiveErrorLimit">("consecutiveErrorLimit", { unit: "", least: 0, most: 1_000 }),
  ];
}

const unit = { size: "small" } as const;

export const LIMIT_FIELDS: readonly Field<LimitMeasure>[] = [
  query("query"),
  text("unit", unit),
  comparator("pass"),
  bound("pass"),
  comparator("fail"),
  bound("fail"),
  ...run<LimitMeasure>(),
];
export const RATE_FIELDS: readonly Field<RateMeasure>[] = [
  query("errors"),
  query("requests"),
  figure("limit", { unit: "", least: 0.000_001, most: 0.999_999 }),
  healthy,
  flag("literal"),
  ...run<RateMeasure>(),
];
export const EVIDENCE_FIELDS: readonly Field<EvidenceMeasure>[] = [
  query("errors"),
  query("requests"),
  figure("alertAt", { unit: "", least: 1, most: 1_000_000 }),
  figure("actAt", { unit: "", least: 1, most: 1_000_000 }),
  ...run<EvidenceMeasure>(),
];
export const COMPARISON_FIELDS: readonly Field<ComparisonMeasure>[] = [
  query("canary"),
  query("baseline"),
  text("unit", unit),
  direction,
  figure("allowedRatio", { unit: "×", least: 1.001, most: 100 }),
  ...run<ComparisonMeasure>(),
];
export const JSON_FIELDS: readonly Field<JsonMeasure>[] = [
  text("source", { size: "medium", required: true }),
  text("path", { required: true }),
  text("field", { required: true }),
  text("equals", { size: "medium" }),
  text("unit", unit),
  comparator("pass"),
  bound("pass"),
  comparator("fail"),
  bound("fail"),
  ...run<JsonMeasure>(),
];
export const SERVING_FIELDS: readonly Field<ServingMeasure>[] = [query("requests"), ...run<ServingMeasure>()];

/** A measure of a kind that says nothing yet but how it runs. */
export function blankMeasure(kind: MeasureKind): Measure {
  switch (kind) {
    case "limit":
      return { kind, query: "", unit: "", pass: null, fail: null, ...DEFAULT_RUN };
    case "rate":
      return { kind, errors: "", requests: "", limit: 0.001, healthy: "below", literal: false, ...DEFAULT_RUN };
    case "evidence":
      return { kind, errors: "", requests: "", alertAt: 20, actAt: 100, ...DEFAULT_RUN };
    case "comparison":
      return { kind, canary: "", baseline: "", unit: "", direction: "increase", allowedRatio: 1.3, ...DEFAULT_RUN };
    case "serving":
      return { kind, requests: "", ...DEFAULT_RUN };
    case "json":
      return {
        ...{ kind, ...DEFAULT_RUN, source: "", path: "/", field: "", equals: "" },
        ...{ unit: "", pass: null, fail: null },
      };
  }
}
