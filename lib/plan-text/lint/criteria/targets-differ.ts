import type { ProposedChange } from "@/lib/domain/plan/finding";
import { textChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { byMetric, type Statement, statementsOf } from "./statements";

const parts: readonly Statement["part"][] = ["goal", "item", "criterion"];
const figureOf = ({ limits: [limit] }: Statement) => limit?.value ?? 0;

/** The one place that stands against all others takes their figure; nothing is proposed where it is one against one. */
function followOthers(lines: readonly string[], group: readonly Statement[]): ProposedChange | null {
  const values = [...new Set(group.map(figureOf))];
  const counts = values.map((value) => group.filter((one) => figureOf(one) === value));
  const [odd, ...rest] = counts.sort((a, b) => a.length - b.length);
  const [only] = odd ?? [];
  const usual = rest[0]?.[0];
  if (values.length !== 2 || odd?.length !== 1 || only === undefined || usual === undefined || group.length < 3)
    return null;
  const [written, wanted] = [only, usual].map(({ text }) => /[<>≤≥]=?\s*([\d,.]*\d\s*[a-z%‰]*)/i.exec(text)?.[1] ?? "");
  return textChanged(lines, only.lines.from, written ?? "", wanted ?? "");
}

/** One metric with different targets in goals, checklist and success criteria. */
export const targetsDiffer: LintRule = ({ plan, lines }) => {
  const targets = statementsOf(plan).filter(({ part, limits }) => parts.includes(part) && limits.length === 1);
  return byMetric(targets).flatMap((group) =>
    (["below", "above"] as const).flatMap((side) => {
      const same = group.filter(({ limits: [limit] }) => limit?.side === side);
      const values = [...new Set(same.map(figureOf))].sort((a, b) => a - b);
      const change = followOthers(lines, same);
      const shown = change === null ? same : [...same].sort((a) => (a.lines.from === change.lines.from ? -1 : 1));
      const [first, ...others] = shown.map((one) => one.lines);
      const [named] = same;
      if (values.length < 2 || first === undefined || named === undefined) return [];
      const facts = {
        metric: named.metric,
        values: values.map((value) => `${value} ${named.unit}`.trim()).join(" / "),
      };
      return [noticed("targets-differ", [first, ...others], facts, change)];
    }),
  );
};
