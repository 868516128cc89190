import type { Plan } from "@/lib/domain/plan/plan";
import type { Prisma } from "../generated/client";
import { numberBlocks } from "./code-blocks";
import { writeAfterwards } from "./write-afterwards";
import { writeDocument, writeStrategy } from "./write-document";
import { writeStepGroups, writeWork } from "./write-work";

/** Writes every part of a plan as rows of its version, in the transaction that has just made the version. */
export async function writePlan(tx: Prisma.TransactionClient, plan: Plan, planVersionId: string): Promise<void> {
  const { rows, numberOf } = numberBlocks(plan, planVersionId);
  await writeDocument(tx, plan, planVersionId);
  await writeStepGroups(tx, plan, planVersionId);
  await tx.planCodeBlock.createMany({ data: rows });
  await writeStrategy(tx, plan, { planVersionId, numberOf });
  await writeWork(tx, plan, planVersionId);
  await writeAfterwards(tx, plan, { planVersionId, numberOf });
}
