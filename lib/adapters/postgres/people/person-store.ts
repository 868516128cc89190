import { normaliseUsername } from "@/lib/domain/people/username";
import type { PersonStore } from "@/lib/ports/people";
import type { Prisma, PrismaClient } from "../generated/client";
import { countAdministrators, lockAdministration } from "./new-person";
import { readPerson } from "./records";

export function postgresPersonStore(prisma: PrismaClient): PersonStore {
  return {
    async list() {
      const rows = await prisma.user.findMany({ orderBy: [{ disabled: "asc" }, { name: "asc" }, { id: "asc" }] });
      return rows.map(readPerson);
    },
    async find(id) {
      const row = await prisma.user.findUnique({ where: { id } });
      return row === null ? null : readPerson(row);
    },
    async findSignInName(typed) {
      const name = normaliseUsername(typed);
      const row = await prisma.user.findFirst({
        where: { disabled: false, OR: [{ username: name }, { email: name }] },
        select: { username: true },
      });
      return row?.username ?? null;
    },
    async hasAdministrator() {
      return (await countAdministrators(prisma)) > 0;
    },
    setPermissions(id, permissions) {
      return prisma.$transaction(async (transaction) => {
        await lockAdministration(transaction);
        if (!permissions.includes("administrator") && (await isLastAdministrator(transaction, id))) return "last";
        const { count } = await transaction.user.updateMany({ where: { id }, data: { permissions } });
        await transaction.session.deleteMany({ where: { userId: id } });
        return count === 1 ? "done" : "unknown";
      });
    },
    setDisabled(id, disabled) {
      return prisma.$transaction(async (transaction) => {
        await lockAdministration(transaction);
        if (disabled && (await isLastAdministrator(transaction, id))) return "last";
        const { count } = await transaction.user.updateMany({ where: { id }, data: { disabled } });
        if (disabled) {
          await transaction.session.deleteMany({ where: { userId: id } });
          await transaction.$executeRaw`UPDATE "api_token" SET "revokedAt" = now()
             WHERE "userId" = ${id} AND "revokedAt" IS NULL`;
        }
        return count === 1 ? "done" : "unknown";
      });
    },
    async setPlanContact(id, planContact) {
      const { count } = await prisma.user.updateMany({ where: { id }, data: { planContact } });
      return count === 1 ? "done" : "unknown";
    },
  };
}

async function isLastAdministrator(transaction: Prisma.TransactionClient, id: string): Promise<boolean> {
  const person = await transaction.user.findUnique({ where: { id } });
  if (person === null || person.disabled || !person.permissions.includes("administrator")) return false;
  return (await countAdministrators(transaction, id)) === 0;
}
