import type pg from "pg";
import type { SessionStore } from "@/lib/ports/keys";
import type { PrismaClient } from "../generated/client";
import { readPermissions } from "./records";

const IDLE_SECONDS = 4 * 3600;
const TOUCH_EVERY_SECONDS = 60;

type FoundRow = { session: string; person: string; name: string; permissions: string[]; untouched: boolean };
type ListedRow = {
  id: string;
  userId: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  seenAt: Date;
};

/** $1 the token. */
const findSql = `SELECT s."id" AS session, u."id" AS person, u."name", u."permissions",
    s."seenAt" < now() - make_interval(secs => ${TOUCH_EVERY_SECONDS}) AS untouched
  FROM "session" s JOIN "user" u ON u."id" = s."userId"
  WHERE s."token" = $1 AND NOT u."disabled" AND s."expiresAt" > now()
    AND s."seenAt" > now() - make_interval(secs => ${IDLE_SECONDS})`;

/** Sessions as better-auth writes them. Reading one is a single statement (docs/decisions/0013): every page, command and socket does it. */
export function postgresSessionStore(prisma: PrismaClient, pool: Pick<pg.Pool, "query">): SessionStore {
  return {
    async find(token, touch) {
      const { rows } = await pool.query<FoundRow>({ name: "session-find", text: findSql, values: [token] });
      const [row] = rows;
      if (row === undefined) return null;
      if (touch && row.untouched) {
        await prisma.$executeRaw`UPDATE "session" SET "seenAt" = now() WHERE "id" = ${row.session}`;
      }
      const { session, person, name } = row;
      return { session, person, name, permissions: readPermissions(row.permissions) };
    },
    async list(person) {
      const rows = await prisma.$queryRaw<ListedRow[]>`/* session-list */
        SELECT "id", "userId", "ipAddress", "userAgent", "createdAt", "seenAt" FROM "session"
         WHERE "userId" = ${person} AND "expiresAt" > now()
           AND "seenAt" > now() - make_interval(secs => ${IDLE_SECONDS}::int)
         ORDER BY "seenAt" DESC LIMIT 100`;
      return rows.map((row) => ({
        id: row.id,
        person: row.userId,
        address: row.ipAddress === "" ? null : row.ipAddress,
        browser: row.userAgent === "" ? null : row.userAgent,
        createdAt: row.createdAt.getTime(),
        seenAt: row.seenAt.getTime(),
      }));
    },
    async revoke(id, person) {
      const { count } = await prisma.session.deleteMany({
        where: { id, ...(person === null ? {} : { userId: person }) },
      });
      return count === 1 ? "done" : "unknown";
    },
  };
}
