import type { Database } from "@/lib/adapters/postgres/database";

const inOrder = { orderBy: { position: "asc" } } as const;

/** A release with its plan and its newest events, read the way Prisma's own pages show: one nested include. */
export function readWithInclude(client: Database["client"], releaseId: string, recent: number): Promise<object | null> {
  return client.release.findUnique({
    where: { id: releaseId },
    include: {
      events: { orderBy: { seq: "desc" }, take: recent },
      planVersion: {
        omit: { content: true, source: true },
        include: {
          roles: inOrder,
          approvalsWanted: inOrder,
          approvals: true,
          sections: { ...inOrder, include: { owners: inOrder, items: inOrder } },
          stages: { ...inOrder, include: { owners: inOrder, stepGroups: inOrder } },
          stepGroups: { ...inOrder, include: { blocks: true, steps: inOrder, notes: inOrder } },
          gates: { ...inOrder, include: { voters: inOrder, checks: inOrder } },
          checks: inOrder,
          triggers: inOrder,
          rollback: { include: { codeBlock: true, steps: { ...inOrder, include: { owners: inOrder } } } },
          followups: { ...inOrder, include: { tasks: inOrder } },
          playbooks: { ...inOrder, include: { codeBlock: true, steps: inOrder } },
          observationWindows: { ...inOrder, include: { owners: inOrder } },
          criteria: inOrder,
          planContacts: inOrder,
        },
      },
    },
  });
}
