import { z } from "zod";
import { COMPARATORS, DIRECTIONS, type Measure as DomainMeasure } from "../domain/plan/measure";
import { filledText, text } from "./text";

const query = filledText(4000);
const unit = text(20);
const seconds = z.number().min(0).max(86_400);
const count = z.int().min(0).max(1000);
const bound = z.strictObject({ comparator: z.enum(COMPARATORS), value: z.number() });

const run = {
  intervalS: z.number().min(1).max(3600),
  initialDelayS: seconds,
  windowS: z.number().min(1).max(86_400),
  failureLimit: count,
  inconclusiveLimit: count,
  consecutiveErrorLimit: count,
  source: filledText(100).nullable(),
};

/** How a check is measured and judged, as it stands in a plan document and in the database. */
export const Measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("limit"), query, unit, pass: bound.nullable(), fail: bound.nullable(), ...run }),
  z.strictObject({
    kind: z.literal("rate"),
    errors: query,
    requests: query,
    limit: z.number().gt(0).lt(1),
    healthy: z.enum(["below", "above"]),
    literal: z.boolean(),
    ...run,
  }),
  z.strictObject({
    kind: z.literal("evidence"),
    errors: query,
    requests: query,
    alertAt: z.number().gt(1),
    actAt: z.number().gt(1),
    ...run,
  }),
  z.strictObject({
    kind: z.literal("comparison"),
    canary: query,
    baseline: query,
    unit,
    direction: z.enum(DIRECTIONS),
    allowedRatio: z.number().gt(1),
    ...run,
  }),
  z.strictObject({ kind: z.literal("serving"), requests: query, ...run }),
  z.strictObject({
    kind: z.literal("json"),
    path: filledText(1000),
    field: filledText(300),
    equals: text(300),
    unit,
    pass: bound.nullable(),
    fail: bound.nullable(),
    ...run,
    source: filledText(100),
  }),
]) satisfies z.ZodType<DomainMeasure>;
