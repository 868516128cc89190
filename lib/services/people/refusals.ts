import type { Actor, Permission } from "@/lib/domain/release/actor";
import type { Refusal, RefusalKind } from "@/lib/domain/release/refusal";

export type Refused = { ok: false; refusal: Refusal };

export function refuse(kind: RefusalKind, because: string, facts: Refusal["facts"] = {}): Refused {
  return { ok: false, refusal: { kind, because, facts } };
}

/** Permissions apart from a release: administrators look after people and keys, planners after plans. */
export function mayNot(actor: Actor, ...anyOf: Permission[]): Refused | null {
  if (actor.kind === "system") return null;
  return actor.permissions.some((permission) => anyOf.includes(permission))
    ? null
    : refuse("forbidden", `needs-${anyOf.join("-or-")}`);
}
