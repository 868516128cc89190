import type { ReleaseSnapshot } from "@/lib/contracts/live";
import type { ChainedEvent } from "@/lib/domain/release/events";
import type { AnnotationBoard } from "@/lib/ports/annotation-board";
import type { CompanionCursor, CompanionStore } from "@/lib/ports/companion-store";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { SayIn } from "./annotation-acts";
import { type Memory, restoreCompanion } from "./companion-memory";
import { deliverEvent } from "./deliver-event";

/** A Grafana that wants annotations, ready to be asked. */
export type OpenBoard = {
  board: AnnotationBoard;
  address: string;
  panels: readonly (number | null)[];
  close: () => void;
};

export type CompanionDeps = {
  cursors: CompanionStore;
  /** Null when it was removed, or wants none any more. */
  open: (sourceId: string) => Promise<OpenBoard | null>;
  getReleaseSnapshot: (ask: { releaseId: string }) => Promise<ReleaseSnapshot | null>;
  listEvents: (ask: { releaseId: string; after: number; limit: number }) => Promise<ChainedEvent[]>;
  linkTo: (releaseId: string) => string;
  say: SayIn;
  /** How long a Grafana is left alone that has failed so many times running. */
  restAfter?: (failures: number, unclear: boolean) => number;
  lookEveryMs?: number;
  ids: Ids;
  log: Log;
};

export type Companion = { stop: () => Promise<void> };

/** Longer than everything that is asked between two renewals. */
const leaseMs = 30_000;
const LOOK_EVERY_MS = 2_000;
const atOnce = 8;
const pageSize = 200;
const graceMs = 1_000;

/** A request without an answer may still arrive: only later can be said whether it has. */
function patience(failures: number, unclear: boolean): number {
  return Math.max(unclear ? 10_000 : 0, Math.min(60_000, 1_000 * 2 ** Math.min(failures, 6)));
}

type Failure = { because: string; restMs: number };

/** Tells one Grafana of one release all that it does not know yet. Null when that went well, or is another's now. */
async function follow(
  deps: CompanionDeps,
  worker: string,
  cursor: CompanionCursor,
  at: OpenBoard,
  isOver: () => boolean,
): Promise<Failure | null> {
  const { releaseId, sourceId, failures } = cursor;
  const snapshot = await deps.getReleaseSnapshot({ releaseId });
  // The store hands out live releases only; of a rehearsal nothing may leave the machine, whatever the store says.
  if (snapshot === null || snapshot.state.clock.mode !== "live") return null;
  let memory: Memory = restoreCompanion(cursor.memory, at.address);
  let { seq } = cursor;
  const keep = (kept: Memory, told: boolean) =>
    deps.cursors.keep({ releaseId, sourceId, worker, leaseMs, seq, memory: kept, told });
  const by = { ...deps, ...at, plan: snapshot.plan, link: deps.linkTo(releaseId), keep };
  for (let isMore = true; isMore; ) {
    const events = await deps.listEvents({ releaseId, after: seq, limit: pageSize });
    for (const event of events) {
      if (isOver()) return null;
      const delivered = await deliverEvent(event, memory, by);
      if (delivered.kind === "lost") return null;
      if (delivered.kind === "failed") {
        const { because, unclear } = delivered.fault;
        return { because, restMs: (deps.restAfter ?? patience)(failures, unclear) };
      }
      ({ memory } = delivered);
      ({ seq } = event);
    }
    if (events.length > 0 && !(await keep(memory, false))) return null;
    isMore = events.length === pageSize;
  }
  return null;
}

/** What is under way; a fault of one is noted and ends only that one. */
function runner(log: Log) {
  const under = new Set<Promise<void>>();
  const begin = (work: () => Promise<void>, what: string): void => {
    const running: Promise<void> = work()
      .catch((error: unknown) => log.warn({ error: String(error) }, what))
      .finally(() => under.delete(running));
    under.add(running);
  };
  return { under, begin };
}

/** Follows the log of every live release and annotates it in Grafana: beside everything else, which never waits for it. */
export function startCompanion(deps: CompanionDeps): Companion {
  const worker = deps.ids.next();
  const { under, begin } = runner(deps.log);
  const opened = new Set<OpenBoard>();
  let isOver = false;
  let isLooking = false;

  async function tell(cursor: CompanionCursor): Promise<void> {
    const { releaseId, sourceId } = cursor;
    const at = await deps.open(sourceId);
    if (at === null) return deps.cursors.letGo({ releaseId, sourceId, worker, failed: null });
    opened.add(at);
    try {
      const failed = await follow(deps, worker, cursor, at, () => isOver);
      if (failed !== null && cursor.failures === 0) {
        deps.log.warn(
          { releaseId, sourceId, because: failed.because },
          "Grafana did not take an annotation; it is tried again.",
        );
      }
      await deps.cursors.letGo({ releaseId, sourceId, worker, failed });
    } finally {
      opened.delete(at);
      at.close();
    }
  }

  async function look(): Promise<void> {
    const limit = atOnce - under.size + 1;
    if (limit <= 0) return;
    for (const cursor of await deps.cursors.take({ worker, limit, leaseMs })) {
      begin(() => tell(cursor), "An annotation could not be followed up; it is tried again.");
    }
  }

  function tick(): void {
    if (isOver || isLooking) return;
    isLooking = true;
    begin(
      () => look().finally(() => (isLooking = false)),
      "The log could not be followed for Grafana; it is tried again.",
    );
  }

  const timer = setInterval(tick, deps.lookEveryMs ?? LOOK_EVERY_MS);
  return {
    stop: async () => {
      isOver = true;
      clearInterval(timer);
      // Whoever restarts does not wait for a Grafana that hangs: what was under way is asked for later.
      const late = setTimeout(() => {
        for (const { close } of opened) close();
      }, graceMs);
      while (under.size > 0) await Promise.all(under);
      clearTimeout(late);
    },
  };
}
