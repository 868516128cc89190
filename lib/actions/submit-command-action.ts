"use server";

import type { CommandAnswer } from "@/lib/contracts/command-answer";
import { IdempotencyKey, readPersonCommand } from "@/lib/contracts/commands";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { services } from "@/lib/server/composition";
import { actorOf, getViewer } from "@/lib/server/session";

/**
 * Starting and stopping of stages, GO votes, sign-offs and whatever else may queue. It records what was asked for and returns; the
 * push has updated every screen by then. What comes in is whatever somebody sent, not what the type says.
 */
export async function submitCommandAction(
  releaseId: string,
  key: string,
  command: PersonCommand,
): Promise<CommandAnswer> {
  const viewer = await getViewer();
  if (viewer === null) return { outcome: "unauthenticated" };
  const asked = readPersonCommand(command);
  if (!asked.ok) return { outcome: "refused", refusal: asked.refusal };
  return services().submitCommand({
    releaseId: String(releaseId),
    key: IdempotencyKey.parse(key),
    command: asked.value,
    actor: actorOf(viewer),
  });
}
