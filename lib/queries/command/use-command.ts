"use client";

import { useCallback, useSyncExternalStore } from "react";
import { submitCommandAction } from "@/lib/actions/submit-command-action";
import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { useLiveParts } from "../release/live-context";
import { newIdempotencyKey } from "./idempotency-key";
import { nothingPending, type PendingCommand, pendingOf } from "./pending-commands";
import { readAnswer } from "./read-answer";
import { attemptMs, type Carriers, sendCommand } from "./send-command";

export type CommandSender = {
  /** Sends one act and settles with what came of it; it never rejects. */
  submit: (command: PersonCommand) => Promise<CommandAnswer>;
  /** Every command of this page that waits for its answer. */
  pending: readonly PendingCommand[];
};

function carriersOf(releaseId: string): Carriers {
  return {
    action: (key, command) => submitCommandAction(releaseId, key, command),
    fetch: async (key, command) =>
      readAnswer(
        await fetch(`/api/v1/releases/${encodeURIComponent(releaseId)}/commands`, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": key },
          body: JSON.stringify(command),
          signal: AbortSignal.timeout(attemptMs),
          // A tab that is closed right after the press still sends it.
          keepalive: true,
        }),
      ),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    now: () => performance.now(),
  };
}

async function submitAndShow(releaseId: string, command: PersonCommand): Promise<CommandAnswer> {
  const pending = pendingOf(releaseId);
  const entry: PendingCommand = { key: newIdempotencyKey(), command, sentAt: Date.now() };
  pending.set([...pending.get(), entry]);
  try {
    return await sendCommand(entry.key, command, carriersOf(releaseId));
  } finally {
    pending.set(pending.get().filter((other) => other !== entry));
  }
}

/** How this page's buttons ask for something to happen. */
export function useCommand(): CommandSender {
  const { releaseId } = useLiveParts().snapshot;
  const store = pendingOf(releaseId);
  const pending = useSyncExternalStore(store.subscribe, store.get, nothingPending);
  const submit = useCallback((command: PersonCommand) => submitAndShow(releaseId, command), [releaseId]);
  return { submit, pending };
}
