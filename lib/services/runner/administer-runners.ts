import type { Answer } from "@/lib/contracts/answer";
import type { RunnerWish } from "@/lib/contracts/runners";
import type { Actor } from "@/lib/domain/release/actor";
import type { SecretMaker } from "@/lib/ports/keys";
import type { RunnerRecord, RunnerStore } from "@/lib/ports/runner-store";
import { refusal } from "../refusal-reasons";

export type RunnerKeys = { runners: RunnerStore; secrets: Pick<SecretMaker, "id" | "mint" | "hash"> };

function isAdministrator(actor: Actor): boolean {
  return actor.kind === "person" && actor.permissions.includes("administrator");
}

/** Makes the token of a new runner: shown once. */
export async function addRunner(
  { runners, secrets }: RunnerKeys,
  { actor, wish }: { actor: Actor; wish: RunnerWish },
): Promise<Answer<{ runnerId: string; token: string }>> {
  if (actor.kind !== "person" || !isAdministrator(actor)) {
    return { ok: false, refusal: refusal("forbidden", "administrator-only") };
  }
  const { secret, hash } = secrets.mint("hpr_");
  const id = secrets.id();
  const added = await runners.add({ id, hash, createdBy: actor.person, ...wish });
  if (!added) return { ok: false, refusal: refusal("already", "runner-name-taken", { name: wish.name }) };
  return { ok: true, value: { runnerId: id, token: secret } };
}

export function listRunners({ runners }: Pick<RunnerKeys, "runners">): Promise<RunnerRecord[]> {
  return runners.list();
}

export async function revokeRunner(
  { runners }: Pick<RunnerKeys, "runners">,
  { actor, runnerId }: { actor: Actor; runnerId: string },
): Promise<Answer<null>> {
  if (!isAdministrator(actor)) return { ok: false, refusal: refusal("forbidden", "administrator-only") };
  const done = await runners.revoke(runnerId);
  return done
    ? { ok: true, value: null }
    : { ok: false, refusal: refusal("unknown_id", "unknown-runner", { id: runnerId }) };
}

/** The runner of a token; null when it is unknown or withdrawn. */
export function findRunner({ runners, secrets }: RunnerKeys, token: string): Promise<RunnerRecord | null> {
  return runners.use(secrets.hash(token));
}
