import { type Aggregation, type Expression, type Matcher, type Operator, QueryError } from "./expression";
import { histogramQuantile } from "./histogram-quantile";
import { grouped, type Labels, labelKey, type Metrics, onlyLabels, type Point, withoutLabels } from "./vector";

/** What an expression comes to: one number, or values with labels. */
export type Value = { kind: "scalar"; value: number } | { kind: "vector"; points: Point[] };

type Context = { metrics: Metrics; atS: number };
type Selector = Extract<Expression, { kind: "selector" }>;

const scalar = (value: number): Value => ({ kind: "scalar", value });
const vector = (points: Point[]): Value => ({ kind: "vector", points });

function matches(labels: Labels, { label, operator, value }: Matcher): boolean {
  const own = labels[label] ?? "";
  if (operator === "=" || operator === "!=") return (own === value) === (operator === "=");
  let rule: RegExp;
  try {
    rule = new RegExp(`^(?:${value})$`, "s");
  } catch {
    throw new QueryError(`error parsing regexp: ${value}`);
  }
  return rule.test(own) === (operator === "=~");
}

function select({ metrics, atS }: Context, { name, matchers }: Selector): Point[] {
  const named = matchers.find(({ label, operator }) => label === "__name__" && operator === "=");
  const metric = name === "" ? (named?.value ?? "") : name;
  if (metric === "") throw new QueryError("the simulated shop wants a metric's name in every selector");
  return metrics(metric, atS).filter(({ labels }) => matchers.every((matcher) => matches(labels, matcher)));
}

function rangeOf(expression: Expression | undefined, name: string): Selector & { rangeS: number } {
  if (expression?.kind !== "selector" || expression.rangeS === null || expression.rangeS <= 0) {
    throw new QueryError(`expected a range vector in call to "${name}"`);
  }
  return { ...expression, rangeS: expression.rangeS };
}

/** How much each counter rose over the range. The shop's counters are never set back. */
function increases(context: Context, selector: Selector & { rangeS: number }): Point[] {
  const end = context.atS - selector.offsetS;
  const before = select({ ...context, atS: end - selector.rangeS }, selector);
  const known = new Map(before.map(({ labels, value }) => [labelKey(labels), value]));
  return select({ ...context, atS: end }, selector).map(({ labels, value }) => ({
    labels: withoutLabels(labels, []),
    value: value - (known.get(labelKey(labels)) ?? 0),
  }));
}

const looksOverTime = 10;

function overTime(context: Context, selector: Selector & { rangeS: number }, fold: Aggregation): Point[] {
  const end = context.atS - selector.offsetS;
  const points = Array.from({ length: looksOverTime }, (_, step) =>
    select({ ...context, atS: end - (selector.rangeS * step) / looksOverTime }, selector),
  ).flat();
  return [...grouped(points, (labels) => withoutLabels(labels, [])).values()].map((group) => folded(group, fold));
}

function folded(group: readonly Point[], name: Aggregation): Point {
  const values = group.map(({ value }) => value);
  const sum = values.reduce((total, value) => total + value, 0);
  const labels = group[0]?.labels ?? {};
  switch (name) {
    case "sum":
      return { labels, value: sum };
    case "avg":
      return { labels, value: sum / values.length };
    case "min":
      return { labels, value: Math.min(...values) };
    case "max":
      return { labels, value: Math.max(...values) };
    case "count":
      return { labels, value: values.length };
  }
}

function mapped(value: Value, change: (value: number) => number): Value {
  if (value.kind === "scalar") return scalar(change(value.value));
  return vector(value.points.map((point) => ({ labels: withoutLabels(point.labels, []), value: change(point.value) })));
}

function numberOf(value: Value | undefined, name: string): number {
  if (value?.kind !== "scalar") throw new QueryError(`expected a number in call to "${name}"`);
  return value.value;
}

function call(context: Context, { name, args }: Extract<Expression, { kind: "call" }>): Value {
  const [first, second] = args;
  switch (name) {
    case "rate":
    case "irate": {
      const range = rangeOf(first, name);
      return vector(increases(context, range).map(({ labels, value }) => ({ labels, value: value / range.rangeS })));
    }
    case "increase":
      return vector(increases(context, rangeOf(first, name)));
    case "avg_over_time":
    case "max_over_time":
    case "min_over_time": {
      const fold = name === "avg_over_time" ? "avg" : name === "max_over_time" ? "max" : "min";
      return vector(overTime(context, rangeOf(first, name), fold));
    }
    case "vector":
      return vector([{ labels: {}, value: numberOf(need(context, first, name), name) }]);
    case "abs":
      return mapped(need(context, first, name), Math.abs);
    case "clamp_min":
    case "clamp_max": {
      const bound = numberOf(need(context, second, name), name);
      const clamp = name === "clamp_min" ? Math.max : Math.min;
      return mapped(need(context, first, name), (value) => clamp(value, bound));
    }
    case "histogram_quantile": {
      const buckets = need(context, second, name);
      if (buckets.kind === "scalar") throw new QueryError("expected buckets in histogram_quantile");
      return vector(histogramQuantile(numberOf(need(context, first, name), name), buckets.points));
    }
    default:
      throw new QueryError(`the simulated shop does not know the function "${name}"`);
  }
}

function need(context: Context, expression: Expression | undefined, name: string): Value {
  if (expression === undefined) throw new QueryError(`expected more arguments in call to "${name}"`);
  return evaluate(expression, context);
}

const ARITHMETIC: Partial<Record<Operator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

const COMPARISONS: Partial<Record<Operator, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

/** One pair: its result, or nothing where a comparison filters it out. */
function combined(operator: Operator, a: number, b: number): number | null {
  const compute = ARITHMETIC[operator];
  if (compute !== undefined) return compute(a, b);
  return COMPARISONS[operator]?.(a, b) === true ? a : null;
}

function points(left: Point[], operator: Operator, other: (labels: Labels) => number | undefined): Point[] {
  const compares = COMPARISONS[operator] !== undefined;
  return left.flatMap(({ labels, value }) => {
    const own = withoutLabels(labels, []);
    const right = other(own);
    const result = right === undefined ? null : combined(operator, value, right);
    return result === null ? [] : [{ labels: compares ? labels : own, value: result }];
  });
}

function binary(operator: Operator, left: Value, right: Value): Value {
  if (left.kind === "scalar" && right.kind === "scalar") {
    const compute = ARITHMETIC[operator];
    if (compute === undefined) throw new QueryError("comparisons between scalars must use BOOL modifier");
    return scalar(compute(left.value, right.value));
  }
  if (left.kind === "vector" && right.kind === "scalar")
    return vector(points(left.points, operator, () => right.value));
  if (right.kind === "vector" && left.kind === "scalar") {
    const flipped = right.points.flatMap(({ labels, value }) => {
      const result = combined(operator, left.value, value);
      return result === null ? [] : [{ labels: withoutLabels(labels, []), value: result }];
    });
    return vector(flipped);
  }
  if (left.kind === "scalar" || right.kind === "scalar") throw new QueryError("unexpected operands");
  const found = grouped(right.points, (labels) => withoutLabels(labels, []));
  return vector(points(left.points, operator, (labels) => found.get(labelKey(labels))?.[0]?.value));
}

/** All of the left side, and of the right side what has no namesake there. */
function either(left: Value, right: Value): Value {
  if (left.kind === "scalar" || right.kind === "scalar") {
    throw new QueryError('set operator "or" not allowed in binary scalar expression');
  }
  const known = new Set(left.points.map(({ labels }) => labelKey(withoutLabels(labels, []))));
  const rest = right.points.filter(({ labels }) => !known.has(labelKey(withoutLabels(labels, []))));
  return vector([...left.points, ...rest]);
}

/** The value of an expression at a time of the shop's clock; throws `QueryError` for what the shop does not know. */
export function evaluate(expression: Expression, context: Context): Value {
  switch (expression.kind) {
    case "number":
      return scalar(expression.value);
    case "negative":
      return mapped(evaluate(expression.of, context), (value) => -value);
    case "selector":
      if (expression.rangeS !== null) throw new QueryError("a range vector has no value by itself");
      return vector(select({ ...context, atS: context.atS - expression.offsetS }, expression));
    case "call":
      return call(context, expression);
    case "aggregate": {
      const { by, without, name } = expression;
      const of = evaluate(expression.of, context);
      if (of.kind === "scalar") throw new QueryError(`expected a vector in ${name}`);
      const keep = (labels: Labels) =>
        without === null ? onlyLabels(labels, by ?? []) : withoutLabels(labels, without);
      return vector([...grouped(of.points, keep).values()].map((group) => folded(group, name)));
    }
    case "or":
      return either(evaluate(expression.left, context), evaluate(expression.right, context));
    case "binary":
      return binary(expression.operator, evaluate(expression.left, context), evaluate(expression.right, context));
  }
}
