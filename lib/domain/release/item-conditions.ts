import type { ItemId } from "../plan/ids";
import { signersOf } from "../plan/item-owners";
import type { Plan } from "../plan/plan";
import type { Condition } from "./condition";
import { condition } from "./make-condition";
import type { ReleaseState } from "./state";

/** One condition a checklist section with required items: all of them signed (and not expired) or waived. */
export function itemConditions(plan: Plan, state: ReleaseState): Condition[] {
  const conditions: Condition[] = [];
  for (const section of plan.sections) {
    const required = section.items.filter((item) => item.required);
    if (required.length === 0) continue;
    const states = required.map((item) => state.items[item.id]);
    const isOpen = (id: ItemId) =>
      required.some((item) => item.id === id) && (state.items[id]?.status ?? "open") === "open";
    const open = states.filter((item) => item === undefined || item.status === "open");
    const expired = open.filter((item) => item?.status === "open" && item.expired !== null);
    conditions.push(
      condition("items", open.length === 0, {
        key: `items:${section.id}`,
        subject: section.id,
        owners: signersOf(plan, section, isOpen),
        facts: {
          open: open.length,
          total: required.length,
          expired: expired.length,
          waived: states.filter((item) => item?.status === "waived").length,
        },
      }),
    );
  }
  return conditions;
}
