import type { PersonCommand } from "@/lib/domain/release/commands";
import { createStore, type Store } from "../store";

/** A command that was sent and has no answer yet. */
export type PendingCommand = { key: string; command: PersonCommand; sentAt: number };
type Pending = Store<readonly PendingCommand[]>;

const byRelease = new Map<string, Pending>();
const nothing: readonly PendingCommand[] = [];

/** Every part of a page sees what is being sent, whichever button sent it. */
export function pendingOf(releaseId: string): Pending {
  const found = byRelease.get(releaseId);
  if (found !== undefined) return found;
  const made = createStore(nothing);
  byRelease.set(releaseId, made);
  return made;
}

/** For rendering on the server, where nothing is ever under way. */
export function nothingPending(): readonly PendingCommand[] {
  return nothing;
}
