import type { CheckId, ItemId } from "./ids";
import type { Plan } from "./plan";

/**
 * The checks that are probes: what a checklist item says, word for word, measured. A signature under such an item stands as long
 * as the measurement does. A check that a gate or a trigger stands on is none, whatever its text.
 */
export function probesOf({ sections, checks, gates, triggers }: Plan): Map<CheckId, ItemId> {
  const taken = new Set<CheckId | null>([
    ...gates.flatMap((gate) => gate.checks),
    ...triggers.map(({ check }) => check),
  ]);
  const items = sections.flatMap((section) => section.items);
  const probes = new Map<CheckId, ItemId>();
  for (const { id, text, measure } of checks) {
    const item = items.find((one) => one.text === text);
    if (measure !== null && item !== undefined && !taken.has(id)) probes.set(id, item.id);
  }
  return probes;
}
