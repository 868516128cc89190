import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Actor } from "@/lib/domain/release/actor";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { WatchStore } from "@/lib/ports/watch-store";
import type { CommandRequest } from "@/lib/services/release/submit-command";

export type GuardDeps = {
  watches: Pick<WatchStore, "listQuiet">;
  submitCommand: (request: CommandRequest) => Promise<CommandAnswer>;
  ids: Ids;
  log: Log;
};

/** No round for so long, and for three of its rounds: nobody watches. */
const QUIET_MS = 15_000;
const lookEveryMs = 5_000;
const guardActor: Actor = { kind: "system", name: "watch guard" };

/**
 * One look: releases whose rounds have stopped are blind from now on, and stay so until the watch's next round says otherwise. Answers
 * those that are late. Only what was late in the look before, too, is believed: after a standstill of the whole machine guard and watch
 * wake together, and whoever is first must not call the other dead.
 */
export async function guardOnce(
  { watches, submitCommand, ids }: GuardDeps,
  lateBefore: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  for (const releaseId of await watches.listQuiet(QUIET_MS)) {
    if (!lateBefore.has(releaseId)) continue;
    const command = { type: "source.report" as const, source: WATCH_ITSELF, seen: false };
    await submitCommand({ releaseId, key: `guard:${ids.next()}`, command, actor: guardActor });
  }
  return new Set(await watches.listQuiet(QUIET_MS - lookEveryMs));
}

/** Watches the watch, apart from it: a watch that hangs cannot say that it does. Every instance does; the first one to see it is heard. */
export function startWatchGuard(deps: GuardDeps): { stop: () => Promise<void> } {
  let looking: Promise<void> | null = null;
  let late: ReadonlySet<string> = new Set();
  const timer = setInterval(() => {
    looking ??= guardOnce(deps, late)
      .then((seen) => {
        late = seen;
      })
      .catch((error: unknown) => deps.log.warn({ error: String(error) }, "Nobody could say whether the watch goes on."))
      .finally(() => {
        looking = null;
      });
  }, lookEveryMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
