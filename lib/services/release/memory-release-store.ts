import type { ChainedEvent } from "@/lib/domain/release/events";
import type {
  Append,
  AppendOutcome,
  CommandKey,
  KnownCommand,
  ReleaseLog,
  StoredRelease,
} from "@/lib/ports/release-store";

/** Waits until the test's scheduler lets the statement happen. */
export type Pass = (what: string) => Promise<void>;

/**
 * One release's log in memory for tests of races: every statement is one step that the scheduler places, and the lock is a queue,
 * as in the database. What was read or written last is remembered, and is old as soon as somebody else writes under the lock.
 */
export function memoryReleaseStore(first: { release: StoredRelease; event: ChainedEvent }, pass: Pass) {
  const commands = new Map<string, KnownCommand>();
  const events = [first.event];
  let { release } = first;
  let lock: Promise<unknown> = Promise.resolve();
  let remembered: StoredRelease | null = null;

  function appendNow({ expectedSeq, command, state, events: added }: Append): AppendOutcome {
    const last = added.at(-1);
    if (release.seq !== expectedSeq || release.head !== added[0]?.prevHash || last === undefined) return "lost";
    const name = `${command.actor} ${command.key}`;
    if (commands.has(name)) return "key_taken";
    commands.set(name, command);
    events.push(...added);
    release = { ...release, seq: last.seq, head: last.hash, state };
    return "appended";
  }

  const log: ReleaseLog = {
    recall: () => remembered,
    load: async (_releaseId, { actor, key }: CommandKey) => {
      await pass("load");
      remembered = release;
      return { release, known: commands.get(`${actor} ${key}`) ?? null };
    },
    append: async (append) => {
      await lock; // an update waits for whoever holds the row
      await pass("append");
      const outcome = appendNow(append);
      if (outcome === "appended") remembered = release;
      return outcome;
    },
  };
  const locked: ReleaseLog = {
    ...log,
    append: async (append) => {
      await pass("append under lock");
      return appendNow(append);
    },
  };
  return {
    log: () => log,
    withLock: <T>(_releaseId: string, _lane: string, act: (log: ReleaseLog) => Promise<T>): Promise<T> => {
      const turn = lock.then(() => act(locked));
      lock = turn.catch(() => undefined);
      return turn;
    },
    listEvents: async () => events,
    at: () => ({ release, events, commands }),
  };
}
