import { randomUUID } from "node:crypto";
import type { NewVersion, PlanStore, StoredPlan } from "@/lib/ports/plan-store";
import type { Database } from "./database";
import type { Prisma } from "./generated/client";
import { memory } from "./memory";
import { assemblePlan } from "./plan-rows/assemble-plan";
import { readPlanRows } from "./plan-rows/read-rows";
import { upgradePlan } from "./plan-rows/upgrade-plan";
import { versionColumns } from "./plan-rows/write-document";
import { writePlan } from "./plan-rows/write-plan";
import { findDetails, findVersion, listPlans } from "./plan-views";

/** Plans in memory at once: those of running releases, with room to spare. */
const keptPlans = 40;

type Saved = { planId: string; planVersionId: string };

async function save(tx: Prisma.TransactionClient, version: NewVersion): Promise<Saved | null> {
  const { plan, author, source, hash, message } = version;
  const planId = version.planId ?? randomUUID();
  if (version.planId === null) {
    await tx.plan.create({ data: { id: planId, title: plan.title, createdBy: author.id } });
  }
  // The plan's row is the lock under which its versions are numbered.
  const found = await tx.$queryRaw<unknown[]>`SELECT id FROM plan WHERE id = ${planId} FOR UPDATE`;
  if (found.length === 0) return null;
  const planVersionId = randomUUID();
  const number = (await tx.planVersion.count({ where: { planId } })) + 1;
  const content: Prisma.InputJsonObject = JSON.parse(JSON.stringify(plan));
  const by = { createdBy: author.id, createdByName: author.name };
  await tx.planVersion.create({
    data: { id: planVersionId, planId, number, source, content, hash, message, ...by, ...versionColumns(plan) },
  });
  await writePlan(tx, plan, planVersionId);
  if (number > 1) await tx.plan.update({ where: { id: planId }, data: { title: plan.title } });
  return { planId, planVersionId };
}

/** Plans, their versions and approvals in Postgres. */
export function postgresPlanStore({ client, stopping }: Pick<Database, "client" | "stopping">): PlanStore {
  const known = memory<StoredPlan>(keptPlans);
  const lanes = { ordinary: client, stopping };
  return {
    findPlan: async (planVersionId, lane = "ordinary") => {
      const remembered = known.get(planVersionId);
      if (remembered !== undefined) return remembered;
      const rows = await lanes[lane].$queryRaw<StoredPlan[]>`/* plan */ SELECT
        id AS "planVersionId", "planId", content AS plan, hash FROM plan_version WHERE id = ${planVersionId}`;
      const found = rows[0];
      if (found === undefined) return null;
      const upgraded = { ...found, plan: upgradePlan(found.plan) };
      known.set(planVersionId, upgraded);
      return upgraded;
    },
    readContent: async (planVersionId) => {
      const found = await client.planVersion.findUnique({ where: { id: planVersionId }, select: { content: true } });
      return found?.content ?? null;
    },
    readRows: async (planVersionId) => {
      const rows = await readPlanRows(client, planVersionId);
      return rows === null ? null : assemblePlan(rows);
    },
    save: (version) => client.$transaction((tx) => save(tx, version), { maxWait: 5_000, timeout: 15_000 }),
    list: () => listPlans(client),
    findDetails: (planId) => findDetails(client, planId),
    findVersion: (planVersionId) => findVersion(client, planVersionId),
    setApprover: async ({ planId, role, person: userId, assignedBy }) => {
      await client.planApprover.upsert({
        where: { planId_role: { planId, role } },
        create: { planId, role, userId, assignedBy },
        update: { userId, assignedBy, assignedAt: new Date() },
      });
    },
    approve: async ({ planVersionId, role, person, assignedBy }) => {
      const data = [{ planVersionId, role, userId: person.id, name: person.name, assignedBy }];
      return (await client.planApproval.createMany({ data, skipDuplicates: true })).count === 1;
    },
    acceptFinding: async ({ person, ...finding }) => {
      const data = [{ ...finding, userId: person.id, name: person.name }];
      return (await client.acceptedFinding.createMany({ data, skipDuplicates: true })).count === 1;
    },
  };
}
