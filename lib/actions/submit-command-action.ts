"use server";

import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { submitFromPage } from "@/lib/server/submit-from-page";

/**
 * Starting and stopping of stages, GO votes, sign-offs and whatever else may queue. It records what was asked for and returns: the
 * push has updated every screen by then, so nothing is revalidated.
 */
export async function submitCommandAction(
  releaseId: string,
  key: string,
  command: PersonCommand,
): Promise<CommandAnswer> {
  return submitFromPage({ releaseId, key, command });
}
