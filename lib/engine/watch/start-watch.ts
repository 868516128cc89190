import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { ReleaseSnapshot } from "@/lib/contracts/live";
import { indexOf } from "@/lib/domain/plan/plan-index";
import type { Actor } from "@/lib/domain/release/actor";
import type { SystemCommand } from "@/lib/domain/release/commands";
import type { Instant } from "@/lib/domain/release/time";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { Alert, MetricSource, MetricSources } from "@/lib/ports/metric-source";
import type { TrafficCountStore } from "@/lib/ports/traffic-count-store";
import type { WatchStore } from "@/lib/ports/watch-store";
import type { CommandRequest } from "@/lib/services/release/submit-command";
import { gapKey, gapsLeft, type Past, samplesOfGap } from "./chart-gaps";
import { measuredChecks, pauseMs } from "./round-pace";
import { alertReports, roundReports, type SayIn } from "./round-reports";
import { runRound } from "./run-round";
import { type Memory, restoreMemory } from "./watch-memory";

export type WatchDeps = {
  watches: WatchStore;
  sources: MetricSources;
  getReleaseSnapshot: (ask: { releaseId: string }) => Promise<ReleaseSnapshot | null>;
  submitCommand: (request: CommandRequest) => Promise<CommandAnswer>;
  /** What proxies have counted. */
  counts: Pick<TrafficCountStore, "newest">;
  /** The database's time. */
  now: () => Promise<Instant>;
  say: SayIn;
  ids: Ids;
  log: Log;
};

export type Watch = { stop: () => Promise<void> };

const leaseMs = 15_000;
const holdEveryMs = 4_000;
const tickMs = 100;
const forgetEveryMs = 3_600_000;
/** Samples are kept so long after the end of their release (docs say so). */
const SAMPLES_KEPT_DAYS = 90;

/** A rehearsal in which nothing has happened for so long was left; the next act in it wakes its watch. */
const REHEARSAL_LEFT_MS = 6 * 3_600_000;

const watchActor: Actor = { kind: "system", name: "watch" };

/** One release under watch by this worker. Instants are those of a clock that nobody corrects. */
type Watched = {
  releaseId: string;
  memory: Memory | null;
  dueAt: number;
  isRunning: boolean;
  /** Asks for the past beside the rounds; what came of it the next round takes over. */
  past: { ask: () => Promise<void>; isAsking: boolean; attempts: Map<string, boolean> };
};

async function report(deps: WatchDeps, releaseId: string, commands: SystemCommand[]): Promise<void> {
  for (const command of commands) {
    const answer = await deps.submitCommand({ releaseId, key: `watch:${deps.ids.next()}`, command, actor: watchActor });
    if (answer.outcome === "refused" && answer.refusal.kind !== "already") {
      deps.log.info(
        { releaseId, type: command.type, because: answer.refusal.because },
        "A report of the watch was moot.",
      );
    }
  }
}

async function alertsOf(sources: readonly MetricSource[]): Promise<(Alert & { source: string })[] | null> {
  const replies = await Promise.all(
    sources.map(async (source) => ({ source: source.name, reply: await source.alerts() })),
  );
  if (replies.some(({ reply }) => reply?.kind === "fault")) return null;
  return replies.flatMap(({ source, reply }) =>
    reply?.kind === "alerts" ? reply.alerts.map((alert) => ({ ...alert, source })) : [],
  );
}

/** A failure is told at once; any other verdict when two rounds running came to it: one that swings says nothing each time. */
function isSteady(command: SystemCommand, before: Memory): boolean {
  if (command.type !== "check.report" || command.verdict === "failed") return true;
  return before.checks[command.check]?.state.run.verdict === command.verdict;
}

/** Asks for what nobody watched, so that charts have no hole; what is judged never waits for it. */
async function fillGaps(deps: WatchDeps, { releaseId, memory, past }: Watched, of: Past): Promise<void> {
  const gaps = memory?.gaps.filter((gap) => !past.attempts.has(gapKey(gap))) ?? [];
  for (const gap of gaps) {
    past.attempts.set(gapKey(gap), false);
    const samples = await samplesOfGap(of, gap);
    if (samples === null) continue;
    await deps.watches.fillIn(releaseId, samples);
    past.attempts.set(gapKey(gap), true);
  }
}

/** Looks once and answers how long until the next look, in ms; null when there is nothing to watch. */
async function look(deps: WatchDeps, worker: string, watched: Watched): Promise<number | null> {
  const { releaseId } = watched;
  const snapshot = await deps.getReleaseSnapshot({ releaseId });
  if (snapshot === null) return null;
  const { plan, state } = snapshot;
  const isCounted = indexOf(plan).bindings.has("traffic");
  if (measuredChecks(plan).length === 0 && !isCounted) return null;
  if (state.clock.mode === "rehearsal" && (await deps.now()) - state.lastAt > REHEARSAL_LEFT_MS) return null;
  const sources = await deps.sources.of({ releaseId, plan, clock: state.clock });
  if (sources.length === 0 && !isCounted) return null;
  const known = watched.memory ?? restoreMemory((await deps.watches.recall(releaseId)).memory);
  watched.memory = { ...known, gaps: gapsLeft(known.gaps, watched.past.attempts) };
  watched.past.attempts = new Map();
  const at = await deps.now();
  const counted = isCounted ? await deps.counts.newest(releaseId) : null;
  const [{ round, memory, samples }, alerts] = await Promise.all([
    runRound({ snapshot, sources, memory: watched.memory, at, counted }),
    alertsOf(sources),
  ]);
  const isKept = await deps.watches.keep({ worker, round, memory, samples });
  // Another holds the release now: what this one saw is his to say.
  if (!isKept) return null;
  const before = watched.memory;
  watched.memory = memory;
  watched.past.ask = () => fillGaps(deps, watched, { plan, state, checks: measuredChecks(plan), sources });
  const say = (phrase: Parameters<SayIn>[1]) => deps.say(plan.language, phrase);
  const news = roundReports({ plan, state, round }, say).filter((command) => isSteady(command, before));
  await report(deps, releaseId, [...news, ...alertReports(state, alerts)]);
  return pauseMs(snapshot, memory, at);
}

/** Looks, and says when the next look is due. Who no longer holds the release forgets it. */
async function lookAt(deps: WatchDeps, worker: string, watched: Watched): Promise<void> {
  const began = performance.now();
  watched.isRunning = true;
  try {
    const pause = await look(deps, worker, watched);
    if (pause === null) watched.memory = null;
    watched.dueAt = began + (pause ?? holdEveryMs);
  } catch (error) {
    watched.dueAt = began + holdEveryMs;
    throw error;
  } finally {
    watched.isRunning = false;
  }
}

/** The releases that this worker holds now, those it held before as it knows them. */
async function heldNow(deps: WatchDeps, worker: string, before: Map<string, Watched>): Promise<Map<string, Watched>> {
  const ids = await deps.watches.hold({ worker, leaseMs });
  const fresh = (releaseId: string): Watched => ({
    ...{ releaseId, memory: null, dueAt: 0, isRunning: false },
    past: { ask: async () => undefined, isAsking: false, attempts: new Map() },
  });
  return new Map(ids.map((releaseId) => [releaseId, before.get(releaseId) ?? fresh(releaseId)]));
}

/** Watches every release that is not over, as long as this worker holds it: of all instances one asks the sources. */
export function startWatch(deps: WatchDeps): Watch {
  const worker = deps.ids.next();
  let held = new Map<string, Watched>();
  const under = new Set<Promise<void>>();
  let holdAt = 0;
  let forgetAt = 0;
  let isHolding = false;
  let isOver = false;

  async function hold(): Promise<void> {
    held = await heldNow(deps, worker, held);
    if (performance.now() < forgetAt) return;
    forgetAt = performance.now() + forgetEveryMs;
    await deps.watches.forgetSamples(SAMPLES_KEPT_DAYS);
  }

  function begin(work: () => Promise<void>, what: string): void {
    const running: Promise<void> = work()
      .catch((error: unknown) => deps.log.warn({ error: String(error) }, what))
      .finally(() => under.delete(running));
    under.add(running);
  }

  function askForPast({ past, memory }: Watched): void {
    if (past.isAsking || (memory?.gaps ?? []).every((gap) => past.attempts.has(gapKey(gap)))) return;
    past.isAsking = true;
    begin(() => past.ask().finally(() => (past.isAsking = false)), "The past of a release could not be asked for.");
  }

  function tick(): void {
    const now = performance.now();
    if (now >= holdAt && !isHolding) {
      isHolding = true;
      holdAt = now + holdEveryMs;
      begin(
        () => hold().finally(() => (isHolding = false)),
        "The watch could not take its releases; it tries again in some seconds.",
      );
    }
    for (const watched of held.values()) {
      askForPast(watched);
      if (watched.isRunning || now < watched.dueAt) continue;
      begin(() => lookAt(deps, worker, watched), "A round of the watch failed; the next one tries again.");
    }
  }

  const timer = setInterval(() => {
    if (!isOver) tick();
  }, tickMs);
  return {
    stop: async () => {
      isOver = true;
      clearInterval(timer);
      await Promise.all(under);
      await deps.watches.letGo(worker).catch(() => undefined);
    },
  };
}
