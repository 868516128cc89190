import type pg from "pg";
import type { TokenStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";
import { readPermissions } from "./records";

/** A use is noted at most this often: reading must not become writing. */
const NOTE_USE_EVERY_SECONDS = 60;

type HolderRow = { person: string; name: string; permissions: string[]; unnoted: boolean };

/** $1 the token's hash. */
const holderSql = `SELECT u."id" AS person, u."name", u."permissions",
    (t."lastUsedAt" IS NULL OR t."lastUsedAt" < now() - make_interval(secs => ${NOTE_USE_EVERY_SECONDS})) AS unnoted
  FROM "api_token" t JOIN "user" u ON u."id" = t."userId"
  WHERE t."hash" = $1 AND t."revokedAt" IS NULL AND t."expiresAt" > now() AND NOT u."disabled"`;

export function postgresTokenStore(prisma: PrismaClient, pool: Pick<pg.Pool, "query">): TokenStore {
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
      const { rows } = await pool.query<HolderRow>({ name: "token-holder", text: holderSql, values: [hash] });
      const [row] = rows;
      if (row === undefined) return null;
      if (row.unnoted) await prisma.$executeRaw`UPDATE "api_token" SET "lastUsedAt" = now() WHERE "hash" = ${hash}`;
      return { person: row.person, name: row.name, permissions: readPermissions(row.permissions) };
    },
  };
}
