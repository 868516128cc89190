import type { CodeBlock, Plan } from "@/lib/domain/plan/plan";
import type { Prisma } from "../generated/client";
import { toLines } from "./lines";

type Row = Prisma.PlanCodeBlockCreateManyInput;

/** Numbers the code blocks of a plan, so that the rows that use them can point at them. */
export type NumberedBlocks = { rows: Row[]; numberOf: (block: CodeBlock | null) => number | null };

/** Every code block of the plan as a row; a block in two places is two rows. */
export function numberBlocks(plan: Plan, planVersionId: string): NumberedBlocks {
  const rows: Row[] = [];
  const numbers = new Map<CodeBlock, number>();
  const add = (block: CodeBlock | null | undefined, stepGroup: number | null) => {
    if (block === null || block === undefined) return;
    const number = rows.length;
    numbers.set(block, number);
    const { language, text, lines } = block;
    rows.push({ planVersionId, number, language, text, stepGroup, ...toLines(lines) });
  };
  for (const group of plan.stepGroups) for (const block of group.blocks) add(block, group.number);
  for (const { diagram } of plan.canary) add(diagram, null);
  for (const part of ["before", "switch", "rollback"] as const) add(plan.blueGreen?.[part], null);
  add(plan.rollback?.block, null);
  for (const { block } of plan.playbooks) add(block, null);
  return { rows, numberOf: (block) => (block === null ? null : (numbers.get(block) ?? null)) };
}
