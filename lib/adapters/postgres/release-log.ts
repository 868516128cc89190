import type pg from "pg";
import { RELEASE_CHANNEL, writeNotification } from "@/lib/contracts/notification";
import type { ChainedEvent, ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";
import type {
  Append,
  AppendOutcome,
  CommandKey,
  KnownCommand,
  ReleaseLog,
  StoredRelease,
} from "@/lib/ports/release-store";
import { encodeState } from "./encode-state";
import { appendSql, loadSql } from "./hot-statements";
import { memory } from "./memory";

/** A pool or one connection of it. */
export type Queryable = Pick<pg.Pool, "query">;

/** The times of one event may differ this much from the database's clock. */
const maxSkewMs = 2_000;

type LoadedRow = {
  planVersionId: string | null;
  seq: number;
  head: string;
  foldVersion: number;
  /** Null where the known one still stands. */
  state: ReleaseState | null;
  approved: boolean;
  known: KnownCommand | null;
};

type Parts = { connection: Queryable; states: KnownStates };

/** Releases as they were last read or written, with the head, which is the hash of the whole log: under the same head it is the same. */
export type KnownStates = ReturnType<typeof knownStates>;

const keptStates = 40;

export function knownStates() {
  return memory<StoredRelease>(keptStates);
}

type Loaded = Awaited<ReturnType<ReleaseLog["load"]>>;

async function load({ connection, states }: Parts, releaseId: string, { actor, key }: CommandKey): Promise<Loaded> {
  const before = states.get(releaseId);
  const values = [releaseId, actor, key, before?.head ?? "", before?.foldVersion ?? 0];
  const { rows } = await connection.query<LoadedRow>({ name: "load", text: loadSql, values });
  const row = rows[0];
  if (row === undefined) return { release: null, known: null };
  const { known, planVersionId, ...rest } = row;
  const state = row.state ?? before?.state;
  if (planVersionId === null || state === undefined) return { release: null, known };
  const release = { releaseId, planVersionId, ...rest, state };
  states.set(releaseId, release);
  return { release, known };
}

/** The event as screens get it: the chain is the server's business. */
function withoutChain({ prevHash: _prev, hash: _hash, ...event }: ChainedEvent): ReleaseEvent {
  return event;
}

/** What every instance is told about these events. */
export function notificationOf(events: ChainedEvent[]): string {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("There is nothing to tell.");
  return writeNotification({
    release: last.releaseId,
    from: first.seq,
    seq: last.seq,
    head: last.hash,
    events: events.map(withoutChain),
  });
}

async function append(connection: Queryable, what: Append): Promise<AppendOutcome> {
  const { state, events, command, timers, expectedSeq } = what;
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("An append needs at least one event.");
  const values = [
    ...[state.releaseId, expectedSeq, last.seq, last.epoch, last.hash, state.status],
    ...[encodeState(state), state.foldVersion],
    ...[last.at, maxSkewMs, JSON.stringify(events), command.actor, command.key, command.bodyHash, command.answer],
    ...[timers === null ? null : JSON.stringify(timers), RELEASE_CHANNEL, notificationOf(events)],
    ...[first.prevHash, what.notBefore],
  ];
  const { rows } = await connection.query<{ moved: boolean; skewMs: number; earlyMs: number }>({
    name: "append",
    text: appendSql,
    values,
  });
  const row = rows[0];
  if (row?.moved === true) return "appended";
  return row !== undefined && (row.skewMs > maxSkewMs || row.earlyMs > 0) ? "skewed" : "lost";
}

function remember(states: KnownStates, { state, events }: Append): void {
  const last = events.at(-1);
  const before = states.get(state.releaseId);
  if (last === undefined || before === undefined) return;
  states.set(state.releaseId, { ...before, seq: last.seq, head: last.hash, foldVersion: state.foldVersion, state });
}

/** Whether the command's key was stored meanwhile (SQLSTATE 23505 on its table). */
function isKeyTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, "code") === "23505" && Reflect.get(error, "table") === "command";
}

/** The two hot statements over a pool or inside a transaction; without `states` everything is read. */
export function releaseLog(connection: Queryable, states: KnownStates = knownStates()): ReleaseLog {
  return {
    recall: (releaseId) => states.get(releaseId) ?? null,
    load: (releaseId, command) => load({ connection, states }, releaseId, command),
    append: async (what) => {
      try {
        const outcome = await append(connection, what);
        if (outcome === "appended") remember(states, what);
        return outcome;
      } catch (error) {
        if (isKeyTaken(error)) return "key_taken";
        throw error;
      }
    },
  };
}
