import type { InviteRecord, InviteStore } from "@/lib/ports/people";
import type { Prisma, PrismaClient } from "../generated/client";
import { insertPerson } from "./new-person";
import { isTaken, readPermissions } from "./records";

type InviteRow = Prisma.InviteGetPayload<{ include: { invitedBy: { select: { name: true } } } }>;

const inviter = { invitedBy: { select: { name: true } } } as const;

function readState(row: InviteRow, now: number): InviteRecord["state"] {
  if (row.usedAt !== null) return "used";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt.getTime() <= now ? "expired" : "open";
}

function readInvite(row: InviteRow, now: number): InviteRecord {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    permissions: readPermissions(row.permissions),
    planContact: row.planContact,
    invitedBy: row.invitedBy.name,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    state: readState(row, now),
  };
}

/** Invitations that may still be taken up. */
function open(now: Date): Prisma.InviteWhereInput {
  return { usedAt: null, revokedAt: null, expiresAt: { gt: now } };
}

export function postgresInviteStore(prisma: PrismaClient): InviteStore {
  return {
    async add({ hash, invitedBy, expiresAt, ...invite }) {
      await prisma.invite.create({
        data: { ...invite, codeHash: hash, invitedById: invitedBy, expiresAt: new Date(expiresAt) },
      });
    },
    async list(now) {
      const rows = await prisma.invite.findMany({ include: inviter, orderBy: { createdAt: "desc" }, take: 200 });
      return rows.map((row) => readInvite(row, now));
    },
    async find(hash, now) {
      const row = await prisma.invite.findUnique({ where: { codeHash: hash }, include: inviter });
      return row === null ? null : readInvite(row, now);
    },
    async revoke(id, now) {
      const at = new Date(now);
      const { count } = await prisma.invite.updateMany({ where: { id, ...open(at) }, data: { revokedAt: at } });
      return count === 1 ? "done" : "unknown";
    },
    async accept(hash, person, now) {
      const at = new Date(now);
      try {
        return await prisma.$transaction(async (transaction) => {
          const { count } = await transaction.invite.updateMany({
            where: { codeHash: hash, ...open(at) },
            data: { usedAt: at },
          });
          if (count !== 1) return "unknown";
          await insertPerson(transaction, person);
          await transaction.invite.update({ where: { codeHash: hash }, data: { acceptedId: person.id } });
          return "done";
        });
      } catch (error) {
        if (isTaken(error)) return "taken";
        throw error;
      }
    },
  };
}
