import type { PlanReading } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import { compilePlan } from "./compile-plan";
import { readPlan } from "./read-plan";
import { naturalText } from "./write/natural-text";
import { writePlan } from "./write/write-plan";

/** Parts whose figures stand in their words: "发布后 0-1h" is the window from 0 to 60 minutes. */
export const WORDED_PARTS = ["info", "windows", "followups"] as const;
export type WordedPart = (typeof WORDED_PARTS)[number];

/** A plan as a form left it, and the worded parts that were changed in it: their figures are read from the new words. */
export type PlanEdit = { plan: Plan; worded: readonly WordedPart[] };
export type PlanDraft = PlanReading & { source: string };

function sameCount(one: Plan[WordedPart], other: Plan[WordedPart]): boolean {
  return !Array.isArray(one) || !Array.isArray(other) || one.length === other.length;
}

/** The plan with the figures that its words say; where the words are not understood, the figures stay. */
function withFiguresOfWords({ plan, worded }: PlanEdit): Plan {
  if (worded.length === 0) return plan;
  const read = readPlan(naturalText(plan)).plan;
  if (read === null) return plan;
  const understood = worded.filter((part) => sameCount(plan[part], read[part]));
  return { ...plan, ...Object.fromEntries(understood.map((part) => [part, read[part]])) };
}

/** An edited plan as the document that it becomes, read and checked like any other document. */
export function draftPlan(edit: PlanEdit): PlanDraft {
  const source = writePlan(withFiguresOfWords(edit));
  return { source, ...compilePlan(source) };
}
