import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Prisma } from "../generated/client";
import type { NumberedBlocks } from "./code-blocks";
import { toLines, toTexts } from "./lines";

/** The columns of the version's own row that come from the plan. */
export function versionColumns({ title, subtitle, language, timeZone, info }: Plan) {
  return {
    title,
    subtitle,
    language,
    timeZone,
    infoVersion: info.version,
    windowStart: info.window?.start ?? null,
    windowEnd: info.window?.end ?? null,
    windowMin: info.windowMin,
    releaseType: info.type,
    scope: info.scope,
    rollbackPossible: info.rollbackable?.possible ?? null,
    rollbackWithinMin: info.rollbackable?.withinMin ?? null,
    downtimeText: info.downtime?.text ?? null,
    downtimeMinutes: info.downtime?.minutes ?? null,
    infoLineFrom: info.lines.from,
    infoLineTo: info.lines.to,
  };
}

/** Every role that any part of the plan speaks of, those of its own list first. */
function roleRows(plan: Plan, planVersionId: string): Prisma.PlanRoleCreateManyInput[] {
  const listed = plan.roles.map((role) => ({ ...role, listed: true }));
  const spokenOf: RoleId[] = [
    plan.manager,
    ...plan.sections.flatMap(({ owners, items }) => [...owners, ...items.flatMap((item) => item.owners ?? [])]),
    ...plan.stages.flatMap(({ owners }) => owners),
    ...plan.gates.flatMap(({ voters }) => voters),
    ...(plan.rollback?.steps.flatMap(({ owners }) => owners) ?? []),
    ...plan.rollbackers,
    ...plan.windows.flatMap(({ owners }) => owners),
    ...plan.contacts.map(({ role }) => role),
    ...plan.approvals.map(({ role }) => role),
  ];
  const known = new Set(listed.map(({ id }) => id));
  const others = [...new Set(spokenOf)]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, spellings: [], listed: false }));
  return [...listed, ...others].map(({ id, name, spellings, listed: isListed }, position) => ({
    planVersionId,
    id,
    position,
    name,
    spellings,
    listed: isListed,
    manages: id === plan.manager,
  }));
}

function textRows(plan: Plan, planVersionId: string): Prisma.PlanRowCreateManyInput[] {
  const parts = [
    { part: "document", rows: plan.document },
    { part: "info", rows: plan.info.rows },
  ] as const;
  return parts.flatMap(({ part, rows }) =>
    rows.map(({ label, text, lines }, position) => ({ planVersionId, part, position, label, text, ...toLines(lines) })),
  );
}

function peopleRows(plan: Plan, planVersionId: string) {
  return {
    contacts: plan.contacts.map(({ lines, ...contact }, position) => ({
      planVersionId,
      position,
      ...contact,
      ...toLines(lines),
    })),
    channels: plan.channels.map(({ lines, ...channel }, position) => ({
      planVersionId,
      position,
      ...channel,
      ...toLines(lines),
    })),
    approvals: plan.approvals.map(({ role, lines }, position) => ({
      planVersionId,
      position,
      role,
      ...toLines(lines),
    })),
  };
}

function bindingRows({ bindings }: Plan, planVersionId: string) {
  return bindings.map(({ target, work, labels, lines }, position) => ({
    planVersionId,
    position,
    target: "step" in target ? target.step : target.kind,
    action: work.kind === "action" ? work.name : null,
    arguments: work.kind === "action" ? work.arguments : {},
    labels,
    ...toLines(lines),
  }));
}

/** Head, information table, goals, roles and people. */
export async function writeDocument(tx: Prisma.TransactionClient, plan: Plan, planVersionId: string): Promise<void> {
  await tx.planRole.createMany({ data: roleRows(plan, planVersionId) });
  await tx.planRow.createMany({ data: textRows(plan, planVersionId) });
  const { contacts, channels, approvals } = peopleRows(plan, planVersionId);
  await tx.planContact.createMany({ data: contacts });
  await tx.planChannel.createMany({ data: channels });
  await tx.planApprovalWanted.createMany({ data: approvals });
  await tx.planBinding.createMany({ data: bindingRows(plan, planVersionId) });
  await tx.planGoalGroup.createMany({
    data: plan.goals.map(({ name, lines }, position) => ({ planVersionId, position, name, ...toLines(lines) })),
  });
  await tx.planGoal.createMany({
    data: plan.goals.flatMap(({ goals }, group) => toTexts(goals).map((text) => ({ planVersionId, group, ...text }))),
  });
}

/** Canary stages and the blue-green switch. */
export async function writeStrategy(
  tx: Prisma.TransactionClient,
  plan: Plan,
  { planVersionId, numberOf }: Pick<NumberedBlocks, "numberOf"> & { planVersionId: string },
): Promise<void> {
  await tx.planCanaryStage.createMany({
    data: plan.canary.map(({ watch: _w, decisions: _d, pods, diagram, lines, ...stage }, position) => ({
      ...{ planVersionId, position, ...stage, podsNew: pods.new, podsOld: pods.old },
      ...{ diagram: numberOf(diagram), ...toLines(lines) },
    })),
  });
  const kinds = [
    { kind: "watch", texts: "watch" },
    { kind: "decision", texts: "decisions" },
  ] as const;
  await tx.planCanaryNote.createMany({
    data: plan.canary.flatMap((stage, canaryStage) =>
      kinds.flatMap(({ kind, texts }) =>
        toTexts(stage[texts]).map((text) => ({ planVersionId, canaryStage, kind, ...text })),
      ),
    ),
  });
  if (plan.blueGreen === null) return;
  const { before, switch: change, rollback, rollbackWithinMin, lines } = plan.blueGreen;
  const blocks = { before: numberOf(before), switch: numberOf(change), rollback: numberOf(rollback) };
  await tx.planBlueGreen.create({ data: { planVersionId, ...blocks, rollbackWithinMin, ...toLines(lines) } });
}
