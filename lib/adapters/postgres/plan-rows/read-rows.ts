import type { Prisma, PrismaClient } from "../generated/client";

const inOrder = { orderBy: { position: "asc" } } as const;

/** Every row of a plan version, each list in its order. */
const everyPart = {
  roles: inOrder,
  rows: inOrder,
  goalGroups: { ...inOrder, include: { goals: inOrder } },
  canaryStages: { ...inOrder, include: { notes: inOrder, diagramBlock: true } },
  blueGreen: { include: { beforeBlock: true, switchBlock: true, rollbackBlock: true } },
  sections: { ...inOrder, include: { owners: inOrder, items: { ...inOrder, include: { owners: inOrder } } } },
  stages: { ...inOrder, include: { owners: inOrder, stepGroups: inOrder } },
  stepGroups: { ...inOrder, include: { blocks: { orderBy: { number: "asc" } }, steps: inOrder, notes: inOrder } },
  gates: { ...inOrder, include: { voters: inOrder, checks: inOrder } },
  checks: inOrder,
  triggers: inOrder,
  rollback: { include: { codeBlock: true, steps: { ...inOrder, include: { owners: inOrder } } } },
  rollbackers: inOrder,
  followups: { ...inOrder, include: { tasks: inOrder } },
  playbooks: { ...inOrder, include: { codeBlock: true, steps: inOrder } },
  observationWindows: { ...inOrder, include: { owners: inOrder } },
  criteria: inOrder,
  review: { include: { agenda: { ...inOrder, include: { topics: inOrder } } } },
  planContacts: inOrder,
  channels: inOrder,
  approvalsWanted: inOrder,
  bindings: inOrder,
} as const satisfies Prisma.PlanVersionInclude;

export type PlanRows = Prisma.PlanVersionGetPayload<{ include: typeof everyPart }>;

export function readPlanRows(client: PrismaClient, planVersionId: string): Promise<PlanRows | null> {
  return client.planVersion.findUnique({ where: { id: planVersionId }, include: everyPart });
}
