import type { Permission, PersonId } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";

/** Random ids and secrets. A secret is shown once; only its hash is kept. */
export interface SecretMaker {
  id(): string;
  mint(prefix: string): { secret: string; hash: string };
  /** Six digits: good for minutes and once, never for more. */
  digits(): string;
  hash(secret: string): string;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
}

export type TokenRecord = {
  id: string;
  name: string;
  person: PersonId;
  personName: string;
  createdAt: Instant;
  expiresAt: Instant;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

type NewToken = { id: string; hash: string; name: string; person: PersonId; expiresAt: Instant };

/** The person behind a token or a session that is good at this moment. */
export type SignedIn = { person: PersonId; name: string; permissions: Permission[] };

export interface TokenStore {
  add(token: NewToken): Promise<void>;
  /** All tokens, or those of one person. */
  list(person: PersonId | null): Promise<TokenRecord[]>;
  /** With `person` only that person's own. */
  revoke(id: string, person: PersonId | null): Promise<"done" | "unknown">;
  use(hash: string): Promise<SignedIn | null>;
}

export type DisplayLinkRecord = {
  id: string;
  name: string;
  releaseId: string;
  createdBy: string;
  createdAt: Instant;
  expiresAt: Instant | null;
  revokedAt: Instant | null;
};

type NewDisplayLink = {
  id: string;
  hash: string;
  name: string;
  releaseId: string;
  createdBy: PersonId;
  expiresAt: Instant | null;
  code: { hash: string; expiresAt: Instant };
};

export interface DisplayLinkStore {
  /** `taken`: another display waits for the same code. */
  add(link: NewDisplayLink): Promise<"done" | "unknown" | "taken">;
  /** Spends the code; the display may show the release with the secret behind `pairedHash` from now on. */
  pair(codeHash: string, pairedHash: string): Promise<{ releaseId: string } | null>;
  list(releaseId: string): Promise<DisplayLinkRecord[]>;
  revoke(id: string, releaseId: string): Promise<"done" | "unknown">;
  /** The link behind the secret, when it is neither revoked nor expired. */
  find(hash: string): Promise<{ id: string; name: string; releaseId: string } | null>;
}

export type SessionRecord = {
  id: string;
  person: PersonId;
  address: string | null;
  browser: string | null;
  createdAt: Instant;
  seenAt: Instant;
};

export interface SessionStore {
  /** The session behind the cookie's token when it is neither idle too long nor too old; `touch` counts as activity. */
  find(token: string, touch: boolean): Promise<(SignedIn & { session: string }) | null>;
  list(person: PersonId): Promise<SessionRecord[]>;
  /** With `person` only that person's own. */
  revoke(id: string, person: PersonId | null): Promise<"done" | "unknown">;
}
