import type { CheckId } from "./ids";
import type { CanaryStage, Check, RollbackTrigger } from "./plan";

/** A figure, not the digit in a name such as P99. */
const hasNumber = /(?<![\p{L}\d])\d/u;

/** What a condition is about: its words up to the figure. */
export function metricName(text: string): string {
  const name = text.split(/\s*[<>≤≥=＜＞]|\s+\d/u)[0]?.trim() ?? "";
  return name === "" ? text : name;
}

/** Watched metrics and numbered triggers as checks that nobody has said yet how to measure. */
export function deriveChecks(
  canary: readonly CanaryStage[],
  triggers: readonly RollbackTrigger[],
): { checks: Check[]; triggers: RollbackTrigger[]; checksAt: (share: number) => CheckId[] } {
  const watched = canary.flatMap((stage) =>
    stage.watch.map((metric, index) => ({
      share: stage.share,
      id: `check:${stage.order}.${index + 1}` as const,
      metric,
    })),
  );
  const checks: Check[] = watched.map(({ id, metric: { text, lines } }) => ({
    id,
    name: metricName(text),
    text,
    measure: null,
    required: true,
    lines,
  }));
  const judged = triggers.map((trigger): RollbackTrigger => {
    if (!hasNumber.test(trigger.text)) return trigger;
    return { ...trigger, check: `check:${trigger.id.slice("trigger:".length)}` };
  });
  for (const { check, text, lines } of judged) {
    if (check !== null) checks.push({ id: check, name: metricName(text), text, measure: null, required: false, lines });
  }
  const checksAt = (share: number) => {
    // A stage that names nothing to watch goes on under what was named last: more traffic is no reason to look less.
    const reached = watched.filter((entry) => entry.share <= share).map((entry) => entry.share);
    const inForce = reached.length === 0 ? null : Math.max(...reached);
    return watched.filter((entry) => entry.share === inForce).map(({ id }) => id);
  };
  return { checks, triggers: judged, checksAt };
}
