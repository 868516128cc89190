import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { readCriterion } from "../../criterion-text";
import { comparable } from "../../match-word";
import { METRIC_FILLERS, UNIT_SCALES } from "../words/metrics";

/** One figure that a text compares a metric with. `open` = the figure itself is not said to belong to it. */
type Limit = { side: "below" | "above"; value: number; open: boolean };
type StatementPart = "goal" | "item" | "watch" | "criterion" | "trigger";
/** A sentence of the plan about a metric. Values are in the base unit of their kind, so that 0.1 s and 100 ms are equal. */
export type Statement = {
  part: StatementPart;
  metric: string;
  /** Metric and kind of unit: what two statements must have in common to be about the same thing. */
  key: string;
  unit: string;
  limits: Limit[];
  text: string;
  lines: Lines;
};

/** A metric's name as two places of a plan can have it in common: "API P99延迟" and "P99 latency" are both `p99`. */
export function metricKey(metric: string): string {
  const fillers = [...METRIC_FILLERS].sort((a, b) => b.length - a.length);
  const bare = fillers.reduce(
    (name, word) =>
      /^[a-z]/.test(word) ? name.replace(new RegExp(`\\b${word}\\b`, "g"), " ") : name.replaceAll(word, " "),
    comparable(metric),
  );
  const key = bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return key === "" ? comparable(metric) : key;
}

const joined = /\s*(?:且|并且|&&|,|，|;|；|\band\b|\bbut\b)\s*/i;

function limitOf(text: string): Limit[] {
  const { comparator, value, to } = readCriterion(text);
  if (value === null || comparator === null || comparator === "=" || to !== null) return [];
  return [{ side: comparator.startsWith("<") ? "below" : "above", value, open: comparator.length === 1 }];
}

/** The limits of a text: one comparison, two joined ones, or a band whose ends nobody assigned. */
function limitsOf(text: string): Limit[] {
  const { value, to } = readCriterion(text);
  if (value !== null && to !== null) {
    return [
      { side: "above", value, open: true },
      { side: "below", value: to, open: true },
    ];
  }
  const [first = "", second] = text.split(joined);
  const [more] = second === undefined ? [] : limitOf(second);
  const bare = second !== undefined && /^\s*(?:[<>≤≥]|\p{Script=Han}{2,4}\s*\d|[a-z ]+\d)/iu.test(second);
  return [...limitOf(first), ...(bare && more !== undefined ? [more] : [])];
}

function statement(part: StatementPart, { text, lines }: { text: string; lines: Lines }): Statement[] {
  const { metric, unit } = readCriterion(text);
  const base = UNIT_SCALES.find((row) => row.unit === (unit ?? "")) ?? { kind: unit ?? "", scale: 1 };
  const limits = limitsOf(text).map((limit) => ({
    ...limit,
    value: Number((limit.value * base.scale).toPrecision(12)),
  }));
  if (limits.length === 0 || metric === "") return [];
  return [{ part, metric, key: `${metricKey(metric)} ${base.kind}`, unit: base.kind, limits, text, lines }];
}

/** Every sentence of the plan that compares a metric with a figure. */
export function statementsOf(plan: Plan): Statement[] {
  return [
    ...plan.goals.flatMap(({ goals }) => goals.flatMap((goal) => statement("goal", goal))),
    ...plan.sections.flatMap(({ items }) => items.flatMap((item) => statement("item", item))),
    ...plan.canary.flatMap(({ watch }) => watch.flatMap((text) => statement("watch", text))),
    ...plan.criteria.flatMap((criterion) => statement("criterion", criterion)),
    ...plan.triggers.flatMap((trigger) => statement("trigger", trigger)),
  ];
}

/** Statements about one thing, together. */
export function byMetric(statements: readonly Statement[]): Statement[][] {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()];
}
