import type { Permission, PersonId } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";

export type PersonRecord = {
  id: PersonId;
  name: string;
  username: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  disabled: boolean;
  createdAt: Instant;
};

/** A person to be made, with the password already hashed. */
export type NewPerson = {
  id: PersonId;
  name: string;
  username: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  passwordHash: string;
};

export interface PersonStore {
  list(): Promise<PersonRecord[]>;
  find(id: PersonId): Promise<PersonRecord | null>;
  /** The user name behind a typed user name or e-mail address, when that person may sign in. */
  findSignInName(typed: string): Promise<string | null>;
  hasAdministrator(): Promise<boolean>;
  /** Ends the person's sessions with it: the next sign-in has the new permissions. "last" = nobody would administer any more. */
  setPermissions(id: PersonId, permissions: Permission[]): Promise<"done" | "unknown" | "last">;
  /** Disabling ends sessions and tokens. */
  setDisabled(id: PersonId, disabled: boolean): Promise<"done" | "unknown" | "last">;
  setPlanContact(id: PersonId, planContact: string | null): Promise<"done" | "unknown">;
}

export interface SetupStore {
  /** Keeps a further code until `expiresAt`; earlier ones stay good, because another instance may have printed them. */
  addCode(hash: string, expiresAt: Instant): Promise<void>;
  isOpen(hash: string, now: Instant): Promise<boolean>;
  /** One transaction: nobody administers yet, the code (null: unattended) is spent, the person is made. */
  createFirstAdministrator(
    person: NewPerson,
    code: { hash: string; now: Instant } | null,
  ): Promise<"done" | "taken" | "exists" | "unknown">;
}

export type InviteRecord = {
  id: string;
  name: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  invitedBy: string;
  createdAt: Instant;
  expiresAt: Instant;
  state: "open" | "used" | "revoked" | "expired";
};

type NewInvite = {
  id: string;
  hash: string;
  name: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  invitedBy: PersonId;
  expiresAt: Instant;
};

export interface InviteStore {
  add(invite: NewInvite): Promise<void>;
  list(now: Instant): Promise<InviteRecord[]>;
  find(hash: string, now: Instant): Promise<InviteRecord | null>;
  revoke(id: string, now: Instant): Promise<"done" | "unknown">;
  /** One transaction: the invitation is spent and the person made, or neither. */
  accept(hash: string, person: NewPerson, now: Instant): Promise<"done" | "taken" | "unknown">;
}
