import type { DisplayLinkStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";
import { isTaken } from "./records";

export function postgresDisplayLinkStore(prisma: PrismaClient): DisplayLinkStore {
  return {
    async add({ expiresAt, code, ...link }) {
      const release = await prisma.release.findUnique({ where: { id: link.releaseId }, select: { id: true } });
      if (release === null) return "unknown";
      // A code that nobody used in time is free for the next display.
      await prisma.$executeRaw`UPDATE "display_link" SET "codeHash" = NULL
         WHERE "codeHash" IS NOT NULL AND "codeExpiresAt" <= now()`;
      const until = expiresAt === null ? null : new Date(expiresAt);
      const codeExpiresAt = new Date(code.expiresAt);
      try {
        await prisma.displayLink.create({ data: { ...link, expiresAt: until, codeHash: code.hash, codeExpiresAt } });
        return "done";
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    },
    async pair(codeHash, pairedHash) {
      const [paired] = await prisma.$queryRaw<{ releaseId: string }[]>`UPDATE "display_link"
        SET "codeHash" = NULL, "codeExpiresAt" = NULL, "pairedHash" = ${pairedHash}
         WHERE "codeHash" = ${codeHash} AND "codeExpiresAt" > now() AND "revokedAt" IS NULL
           AND ("expiresAt" IS NULL OR "expiresAt" > now())
         RETURNING "releaseId"`;
      return paired ?? null;
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
      const count = await prisma.$executeRaw`UPDATE "display_link" SET "revokedAt" = now()
         WHERE "id" = ${id} AND "releaseId" = ${releaseId} AND "revokedAt" IS NULL`;
      return count === 1 ? "done" : "unknown";
    },
    async find(hash) {
      const [row] = await prisma.$queryRaw<{ id: string; name: string; releaseId: string }[]>`/* display-link */
        SELECT "id", "name", "releaseId" FROM "display_link"
         WHERE ("hash" = ${hash} OR "pairedHash" = ${hash}) AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`;
      return row ?? null;
    },
  };
}
