import type { TokenStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";
import { readPermissions } from "./records";

/** A use is noted at most this often: reading must not become writing. */
const NOTE_USE_EVERY_SECONDS = 60;

type HolderRow = { person: string; name: string; permissions: string[]; unnoted: boolean };

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
      const count = await prisma.$executeRaw`UPDATE "api_token" SET "revokedAt" = now()
         WHERE "id" = ${id} AND "revokedAt" IS NULL AND (${person}::text IS NULL OR "userId" = ${person})`;
      return count === 1 ? "done" : "unknown";
    },
    async use(hash) {
      const [row] = await prisma.$queryRaw<HolderRow[]>`/* token-holder */
        SELECT u."id" AS person, u."name", u."permissions",
               (t."lastUsedAt" IS NULL OR t."lastUsedAt" < now() - make_interval(secs => ${NOTE_USE_EVERY_SECONDS}::int)) AS unnoted
          FROM "api_token" t JOIN "user" u ON u."id" = t."userId"
         WHERE t."hash" = ${hash} AND t."revokedAt" IS NULL AND t."expiresAt" > now() AND NOT u."disabled"`;
      if (row === undefined) return null;
      if (row.unnoted) await prisma.$executeRaw`UPDATE "api_token" SET "lastUsedAt" = now() WHERE "hash" = ${hash}`;
      return { person: row.person, name: row.name, permissions: readPermissions(row.permissions) };
    },
  };
}
