import type { NewPerson } from "@/lib/ports/people";
import type { Prisma } from "../generated/client";
import { storedEmail } from "./records";

/** Makes the person and, as better-auth keeps it, the account that holds the password. */
export async function insertPerson(transaction: Prisma.TransactionClient, person: NewPerson): Promise<void> {
  await transaction.user.create({
    data: {
      id: person.id,
      name: person.name,
      email: storedEmail(person),
      username: person.username,
      displayUsername: person.username,
      permissions: person.permissions,
      planContact: person.planContact,
      accounts: {
        create: { id: person.id, accountId: person.id, providerId: "credential", password: person.passwordHash },
      },
    },
  });
}

/** One key for everything that may change who administers: such transactions stand in line. */
export async function lockAdministration(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('holdpoint:administration'))`;
}

export async function countAdministrators(transaction: Prisma.TransactionClient, apartFrom?: string): Promise<number> {
  return transaction.user.count({
    where: {
      permissions: { has: "administrator" },
      disabled: false,
      ...(apartFrom === undefined ? {} : { id: { not: apartFrom } }),
    },
  });
}
