import type { Plan } from "@/lib/domain/plan/plan";
import { Prisma } from "../generated/client";
import type { NumberedBlocks } from "./code-blocks";
import { toLines, toTexts } from "./lines";

type Tx = Prisma.TransactionClient;
type Place = Pick<NumberedBlocks, "numberOf"> & { planVersionId: string };

async function writeRollback(tx: Tx, plan: Plan, { planVersionId, numberOf }: Place): Promise<void> {
  await tx.planRollbacker.createMany({
    data: plan.rollbackers.map((role, position) => ({ planVersionId, position, role })),
  });
  if (plan.rollback === null) return;
  const { targetMin, block, steps, lines } = plan.rollback;
  await tx.planRollback.create({ data: { planVersionId, targetMin, block: numberOf(block), ...toLines(lines) } });
  await tx.planRollbackStep.createMany({
    data: steps.map(({ owners: _o, lines: at, ...step }, position) => ({
      ...{ planVersionId, position, ...step, ...toLines(at) },
    })),
  });
  await tx.planRollbackStepOwner.createMany({
    data: steps.flatMap(({ id: rollbackStep, owners }) =>
      owners.map((role, position) => ({ planVersionId, rollbackStep, position, role })),
    ),
  });
}

async function writeFollowups(tx: Tx, { followups }: Plan, planVersionId: string): Promise<void> {
  await tx.planFollowup.createMany({
    data: followups.map(({ tasks: _t, lines, ...followup }, position) => ({
      ...{ planVersionId, position, ...followup, ...toLines(lines) },
    })),
  });
  await tx.planFollowupTask.createMany({
    data: followups.flatMap(({ id: followup, tasks }) =>
      toTexts(tasks).map((task) => ({ planVersionId, followup, ...task })),
    ),
  });
}

async function writePlaybooks(tx: Tx, { playbooks }: Plan, { planVersionId, numberOf }: Place): Promise<void> {
  await tx.planPlaybook.createMany({
    data: playbooks.map(({ steps: _s, block, lines, matchers, ...playbook }, position) => ({
      ...{ planVersionId, position, ...playbook, block: numberOf(block), ...toLines(lines) },
      matchers: matchers ?? Prisma.DbNull,
    })),
  });
  await tx.planPlaybookStep.createMany({
    data: playbooks.flatMap(({ id: playbook, steps }) =>
      steps.map(({ lines, ...step }, position) => ({ planVersionId, playbook, position, ...step, ...toLines(lines) })),
    ),
  });
}

async function writeWindows(tx: Tx, { windows, criteria }: Plan, planVersionId: string): Promise<void> {
  await tx.planObservationWindow.createMany({
    data: windows.map(({ owners: _o, lines, ...window }, position) => ({
      ...{ planVersionId, position, ...window, ...toLines(lines) },
    })),
  });
  await tx.planWindowOwner.createMany({
    data: windows.flatMap(({ id: window, owners }) =>
      owners.map((role, position) => ({ planVersionId, window, position, role })),
    ),
  });
  await tx.planCriterion.createMany({
    data: criteria.map(({ lines, ...criterion }, position) => ({
      ...{ planVersionId, position, ...criterion, ...toLines(lines) },
    })),
  });
}

async function writeReview(tx: Tx, { review }: Plan, planVersionId: string): Promise<void> {
  if (review === null) return;
  const { agenda, lines, ...texts } = review;
  await tx.planReview.create({ data: { planVersionId, ...texts, ...toLines(lines) } });
  await tx.planAgendaItem.createMany({
    data: agenda.map(({ topics: _t, lines: at, ...item }, position) => ({
      ...{ planVersionId, position, ...item, ...toLines(at) },
    })),
  });
  await tx.planAgendaTopic.createMany({
    data: agenda.flatMap(({ topics }, agendaItem) =>
      toTexts(topics).map((topic) => ({ planVersionId, agendaItem, ...topic })),
    ),
  });
}

/** Rollback, follow-ups, playbooks, observation, success and review. */
export async function writeAfterwards(tx: Tx, plan: Plan, place: Place): Promise<void> {
  await writeRollback(tx, plan, place);
  await writeFollowups(tx, plan, place.planVersionId);
  await writePlaybooks(tx, plan, place);
  await writeWindows(tx, plan, place.planVersionId);
  await writeReview(tx, plan, place.planVersionId);
}
