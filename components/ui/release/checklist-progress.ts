import type { ChecklistSection } from "@/lib/domain/plan/plan";
import type { ReleaseState } from "@/lib/domain/release/state";

export type Progress = { done: number; total: number; waived: number };

/** How many items of these sections are signed or waived, for the figures on screen. */
export function checklistProgress(sections: ChecklistSection[], state: ReleaseState): Progress {
  const items = sections.flatMap((section) => section.items);
  const statuses = items.map((item) => state.items[item.id]?.status ?? "open");
  const waived = statuses.filter((status) => status === "waived").length;
  return { done: statuses.filter((status) => status === "signed").length + waived, total: items.length, waived };
}
