import {
  type Bound,
  COMPARATORS,
  type ComparisonMeasure,
  DIRECTIONS,
  type EvidenceMeasure,
  type JsonMeasure,
  type LimitMeasure,
  type Measure,
  type RateMeasure,
  type ServingMeasure,
} from "@/lib/domain/plan/measure";
import { between, either, isFilled, isFlag, isNumber, isText, oneOf, orNull, record, whole } from "./guards";

const isBound = orNull(record<Bound>({ comparator: oneOf(COMPARATORS), value: isNumber }));
const count = whole(0, 1_000);

const run = {
  intervalS: between(1, 3_600),
  initialDelayS: between(0, 86_400),
  windowS: between(1, 86_400),
  failureLimit: count,
  inconclusiveLimit: count,
  consecutiveErrorLimit: count,
  source: orNull(isFilled),
};

const kind = <const Kind extends string>(word: Kind) => oneOf([word]);
const aboveOne = between(1 + Number.EPSILON, Number.MAX_VALUE);

const isLimit = record<LimitMeasure>({
  kind: kind("limit"),
  query: isFilled,
  unit: isText,
  pass: isBound,
  fail: isBound,
  ...run,
});
const isRate = record<RateMeasure>({
  kind: kind("rate"),
  errors: isFilled,
  requests: isFilled,
  limit: between(Number.MIN_VALUE, 1 - Number.EPSILON),
  healthy: oneOf(["below", "above"]),
  literal: isFlag,
  ...run,
});
const isEvidence = record<EvidenceMeasure>({
  kind: kind("evidence"),
  errors: isFilled,
  requests: isFilled,
  alertAt: aboveOne,
  actAt: aboveOne,
  ...run,
});
const isComparison = record<ComparisonMeasure>({
  kind: kind("comparison"),
  canary: isFilled,
  baseline: isFilled,
  unit: isText,
  direction: oneOf(DIRECTIONS),
  allowedRatio: aboveOne,
  ...run,
});
const isJson = record<JsonMeasure>({
  kind: kind("json"),
  path: isFilled,
  field: isFilled,
  equals: isText,
  unit: isText,
  pass: isBound,
  fail: isBound,
  ...run,
  source: isFilled,
});
const isServing = record<ServingMeasure>({ kind: kind("serving"), requests: isFilled, ...run });

/** Whether a value says completely how a check is measured. */
export const isMeasure = (value: unknown): value is Measure =>
  either(either(isLimit, isRate), either(either(isEvidence, isComparison), either(isServing, isJson)))(value);
