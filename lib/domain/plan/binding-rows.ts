import { targetKey } from "./binding";
import { placeOf, writeArguments } from "./binding-text";
import type { Plan } from "./plan";
import { mark, type PlanRow } from "./plan-row";

const WHOLE = {
  traffic: { zh: "流量", en: "Traffic" },
  drill: { zh: "回滚演练", en: "Rollback drill" },
} as const;

/** What runners carry out, by what and where. */
export function bindingRows(plan: Plan): PlanRow[] {
  return plan.bindings.map(({ target, work, labels, lines }): PlanRow => {
    const name = "step" in target ? (placeOf(plan, target)?.name ?? target.step) : WHOLE[target.kind][plan.language];
    const isAction = work.kind === "action";
    const fields = {
      action: isAction ? work.name : "",
      arguments: isAction ? writeArguments(work.arguments) : "",
      script: mark(!isAction),
      labels: labels.join(" · "),
    };
    return { part: "binding", place: targetKey(target), name, fields, lines };
  });
}
