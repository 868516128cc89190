import type { CommandAnswer } from "@/lib/contracts/command-answer";
import { IdempotencyKey, readPersonCommand } from "@/lib/contracts/commands";
import { laneOf } from "@/lib/services/release/lane-of";
import { services } from "./composition";
import { rateLimits } from "./http/limits";
import { countCommand } from "./metrics";
import { actorOf, getViewer } from "./session";

/** A command as a page sent it: whatever the types of the page say, anything may have been sent. */
export type PageCommand = { releaseId: unknown; key: unknown; command: unknown };

function notUnderstood(field: string): CommandAnswer {
  return { outcome: "refused", refusal: { kind: "invalid", because: "not-understood", facts: { field, problem: "" } } };
}

function tooMany(retryAfterMs: number): CommandAnswer {
  const facts = { seconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) };
  return { outcome: "refused", refusal: { kind: "rate_limited", because: "too-many-commands", facts } };
}

/** The same as the command route does, for the server action: who, what, not too often, and then the one service. */
export async function submitFromPage({ releaseId, key, command }: PageCommand): Promise<CommandAnswer> {
  const viewer = await getViewer();
  if (viewer === null) return { outcome: "unauthenticated" };
  const asked = readPersonCommand(command);
  if (!asked.ok) return { outcome: "refused", refusal: asked.refusal };
  const knownKey = IdempotencyKey.safeParse(key);
  if (!knownKey.success) return notUnderstood("key");
  if (typeof releaseId !== "string") return notUnderstood("releaseId");
  if (laneOf(asked.value) === "ordinary") {
    const allowance = await rateLimits().commands.take({ person: viewer.person, releaseId });
    if (!allowance.allowed) return tooMany(allowance.retryAfterMs);
  }
  const actor = actorOf(viewer);
  const answer = await services().submitCommand({ releaseId, key: knownKey.data, command: asked.value, actor });
  countCommand(asked.value.type, answer.outcome);
  return answer;
}
