import type { SetupStore } from "@/lib/ports/people";
import type { PrismaClient } from "../generated/client";
import { countAdministrators, insertPerson, lockAdministration } from "./new-person";
import { isTaken } from "./records";

export function postgresSetupStore(prisma: PrismaClient): SetupStore {
  return {
    async addCode(hash, expiresAt) {
      await prisma.setupCode.create({ data: { hash, expiresAt: new Date(expiresAt) } });
    },
    async isOpen(hash, now) {
      const code = await prisma.setupCode.findFirst({
        where: { hash, usedAt: null, expiresAt: { gt: new Date(now) } },
      });
      return code !== null && (await countAdministrators(prisma)) === 0;
    },
    async createFirstAdministrator(person, code) {
      try {
        return await prisma.$transaction(async (transaction) => {
          await lockAdministration(transaction);
          if ((await countAdministrators(transaction)) > 0) return "exists";
          if (code !== null) {
            const now = new Date(code.now);
            const { count } = await transaction.setupCode.updateMany({
              where: { hash: code.hash, usedAt: null, expiresAt: { gt: now } },
              data: { usedAt: now },
            });
            if (count !== 1) return "unknown";
          }
          await insertPerson(transaction, person);
          return "done";
        });
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    },
  };
}
