import type { DisplayLinkStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";

export function postgresDisplayLinkStore(prisma: PrismaClient): DisplayLinkStore {
  return {
    async add({ expiresAt, ...link }) {
      const release = await prisma.release.findUnique({ where: { id: link.releaseId }, select: { id: true } });
      if (release === null) return "unknown";
      await prisma.displayLink.create({
        data: { ...link, expiresAt: expiresAt === null ? null : new Date(expiresAt) },
      });
      return "done";
    },
    async list(releaseId) {
      const rows = await prisma.displayLink.findMany({
        where: { releaseId },
        include: { creator: { select: { name: true } } },
        orderBy: { createdAt: "desc" },
        take: 200,
      });
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        releaseId: row.releaseId,
        createdBy: row.creator.name,
        createdAt: row.createdAt.getTime(),
        expiresAt: row.expiresAt?.getTime() ?? null,
        revokedAt: row.revokedAt?.getTime() ?? null,
      }));
    },
    async revoke(id, releaseId) {
      const { count } = await prisma.displayLink.updateMany({
        where: { id, releaseId, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      return count === 1 ? "done" : "unknown";
    },
    async find(hash) {
      const row = await prisma.displayLink.findUnique({ where: { hash } });
      if (row === null || row.revokedAt !== null) return null;
      if (row.expiresAt !== null && row.expiresAt <= new Date()) return null;
      return { id: row.id, name: row.name, releaseId: row.releaseId };
    },
  };
}
