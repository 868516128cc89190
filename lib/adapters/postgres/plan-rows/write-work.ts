import type { Plan } from "@/lib/domain/plan/plan";
import { Prisma } from "../generated/client";
import { toLines, toTexts } from "./lines";

type Tx = Prisma.TransactionClient;

async function writeChecklist(tx: Tx, { sections }: Plan, planVersionId: string): Promise<void> {
  await tx.planSection.createMany({
    data: sections.map(({ owners: _o, items: _i, lines, ...section }, position) => ({
      ...{ planVersionId, position, ...section, ...toLines(lines) },
    })),
  });
  await tx.planSectionOwner.createMany({
    data: sections.flatMap(({ id: section, owners }) =>
      owners.map((role, position) => ({ planVersionId, section, position, role })),
    ),
  });
  await tx.planItem.createMany({
    data: sections.flatMap(({ id: section, items }) =>
      items.map(({ owners: _o, lines, ...item }, position) => ({
        ...{ planVersionId, section, position, ...item, ...toLines(lines) },
      })),
    ),
  });
  await tx.planItemOwner.createMany({
    data: sections
      .flatMap(({ items }) => items)
      .flatMap(({ id: item, owners = [] }) =>
        owners.map((role, position) => ({ planVersionId, item, position, role })),
      ),
  });
}

/** Before the code blocks, which point at their group. */
export async function writeStepGroups(tx: Tx, { stepGroups }: Plan, planVersionId: string): Promise<void> {
  await tx.planStepGroup.createMany({
    data: stepGroups.map(({ number, name, lines }, position) => ({
      ...{ planVersionId, number, position, name, ...toLines(lines) },
    })),
  });
  await tx.planStep.createMany({
    data: stepGroups.flatMap(({ number: stepGroup, steps }) =>
      steps.map(({ lines, ...step }, position) => ({ planVersionId, stepGroup, position, ...step, ...toLines(lines) })),
    ),
  });
  await tx.planStepGroupNote.createMany({
    data: stepGroups.flatMap(({ number: stepGroup, notes }) =>
      toTexts(notes).map((note) => ({ planVersionId, stepGroup, ...note })),
    ),
  });
}

async function writeStages(tx: Tx, { stages }: Plan, planVersionId: string): Promise<void> {
  await tx.planStage.createMany({
    data: stages.map(({ owners: _o, stepGroups: _s, lines, ...stage }, position) => ({
      ...{ planVersionId, position, ...stage, ...toLines(lines) },
    })),
  });
  await tx.planStageOwner.createMany({
    data: stages.flatMap(({ id: stage, owners }) =>
      owners.map((role, position) => ({ planVersionId, stage, position, role })),
    ),
  });
  await tx.planStageStepGroup.createMany({
    data: stages.flatMap(({ id: stage, stepGroups }) =>
      stepGroups.map((stepGroup, position) => ({ planVersionId, stage, position, stepGroup })),
    ),
  });
}

async function writeGates(tx: Tx, { gates }: Plan, planVersionId: string): Promise<void> {
  await tx.planGate.createMany({
    data: gates.map(({ id, order, before, after, fourEyes, timeout, lapseMin, drillWithinHours = null }, position) => ({
      ...{ planVersionId, id, position, order, fourEyes, lapseMin, drillWithinHours, afterStage: after },
      beforeStage: before.kind === "stage" ? before.stage : null,
      share: before.kind === "stage" ? before.share : null,
      timeoutAfterMin: timeout.afterMin,
      timeoutOutcome: timeout.outcome,
    })),
  });
  await tx.planGateVoter.createMany({
    data: gates.flatMap(({ id: gate, voters }) =>
      voters.map((role, position) => ({ planVersionId, gate, position, role })),
    ),
  });
  await tx.planGateCheck.createMany({
    data: gates.flatMap(({ id: gate, checks }) =>
      checks.map((check, position) => ({ planVersionId, gate, position, check })),
    ),
  });
}

/** Checklist, stages, checks, gates and what triggers a rollback. */
export async function writeWork(tx: Tx, plan: Plan, planVersionId: string): Promise<void> {
  await writeChecklist(tx, plan, planVersionId);
  await writeStages(tx, plan, planVersionId);
  await tx.planCheck.createMany({
    data: plan.checks.map(({ lines, measure, ...check }, position) => ({
      ...{ planVersionId, position, ...check, ...toLines(lines), measure: measure ?? Prisma.DbNull },
    })),
  });
  await writeGates(tx, plan, planVersionId);
  await tx.planTrigger.createMany({
    data: plan.triggers.map(({ lines, ...trigger }, position) => ({
      ...{ planVersionId, position, ...trigger, ...toLines(lines) },
    })),
  });
}
