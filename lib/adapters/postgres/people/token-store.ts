import type { TokenStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";
import { readPermissions } from "./records";

/** A use is noted at most this often: reading must not become writing. */
const NOTE_USE_EVERY_MS = 60_000;

export function postgresTokenStore(prisma: PrismaClient): TokenStore {
  return {
    async add({ person, expiresAt, ...token }) {
      await prisma.apiToken.create({ data: { ...token, userId: person, expiresAt: new Date(expiresAt) } });
    },
    async list(person) {
      const rows = await prisma.apiToken.findMany({
        where: person === null ? {} : { userId: person },
        include: { user: { select: { name: true } } },
        orderBy: { createdAt: "desc" },
        take: 500,
      });
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        person: row.userId,
        personName: row.user.name,
        createdAt: row.createdAt.getTime(),
        expiresAt: row.expiresAt.getTime(),
        lastUsedAt: row.lastUsedAt?.getTime() ?? null,
        revokedAt: row.revokedAt?.getTime() ?? null,
      }));
    },
    async revoke(id, person) {
      const { count } = await prisma.apiToken.updateMany({
        where: { id, revokedAt: null, ...(person === null ? {} : { userId: person }) },
        data: { revokedAt: new Date() },
      });
      return count === 1 ? "done" : "unknown";
    },
    async use(hash) {
      const now = new Date();
      const row = await prisma.apiToken.findUnique({ where: { hash }, include: { user: true } });
      if (row === null || row.revokedAt !== null || row.expiresAt <= now || row.user.disabled) return null;
      if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > NOTE_USE_EVERY_MS) {
        await prisma.apiToken.updateMany({ where: { hash }, data: { lastUsedAt: now } });
      }
      return { person: row.userId, name: row.user.name, permissions: readPermissions(row.user.permissions) };
    },
  };
}
