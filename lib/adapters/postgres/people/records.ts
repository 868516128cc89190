import { PERMISSIONS, type Permission } from "@/lib/domain/release/actor";
import type { PersonRecord } from "@/lib/ports/people";

/** Addresses that stand in where a person gave none: better-auth wants one, nothing is ever sent there. */
const PLACEHOLDER_DOMAIN = "people.holdpoint.invalid";

export function storedEmail(person: { id: string; email: string | null }): string {
  return person.email?.toLowerCase() ?? `${person.id}@${PLACEHOLDER_DOMAIN}`;
}

function shownEmail(email: string): string | null {
  return email.endsWith(`@${PLACEHOLDER_DOMAIN}`) ? null : email;
}

export function readPermissions(stored: readonly string[]): Permission[] {
  return PERMISSIONS.filter((permission) => stored.includes(permission));
}

type PersonRow = {
  id: string;
  name: string;
  username: string | null;
  email: string;
  permissions: string[];
  planContact: string | null;
  disabled: boolean;
  createdAt: Date;
};

export function readPerson(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    username: row.username ?? "",
    email: shownEmail(row.email),
    permissions: readPermissions(row.permissions),
    planContact: row.planContact,
    disabled: row.disabled,
    createdAt: row.createdAt.getTime(),
  };
}

/** Whether the database refused because a user name or an address is in use. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
