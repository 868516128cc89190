import type { Instant } from "@/lib/domain/release/time";
import type { DisplayLinkStore, PasswordHasher, SecretMaker, SessionStore, TokenStore } from "@/lib/ports/keys";
import type { InviteStore, PersonStore, SetupStore } from "@/lib/ports/people";

/** What the verbs about people and their keys stand on. */
export type PeoplePorts = {
  people: PersonStore;
  setup: SetupStore;
  invites: InviteStore;
  tokens: TokenStore;
  displayLinks: DisplayLinkStore;
  sessions: SessionStore;
  secrets: SecretMaker;
  passwords: PasswordHasher;
  /** The database's time: what a link is good until is judged by one clock, whatever machine serves it. */
  now: () => Promise<Instant>;
};
