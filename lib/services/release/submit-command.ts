import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Command } from "@/lib/domain/release/commands";
import { decide } from "@/lib/domain/release/decide";
import type { ChainedEvent, ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import { soaksEndedAt } from "@/lib/domain/release/soak";
import { nextPlace, stampEvents } from "@/lib/domain/release/stamp";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import { timersOf } from "@/lib/domain/release/timers";
import type { Clock } from "@/lib/ports/clock";
import type { Hasher } from "@/lib/ports/hasher";
import type { Ids } from "@/lib/ports/ids";
import type { Log } from "@/lib/ports/log";
import type { PeopleDirectory } from "@/lib/ports/people-directory";
import type { PlanStore, StoredPlan } from "@/lib/ports/plan-store";
import type {
  Append,
  KnownCommand,
  ReleaseLog,
  ReleaseStore,
  StoredAnswer,
  StoredRelease,
} from "@/lib/ports/release-store";
import type { WatchStore } from "@/lib/ports/watch-store";
import { refusal } from "../refusal-reasons";
import { chainEvents } from "./chain-events";
import { currentState } from "./current-state";
import { evidenceFor } from "./evidence-for";
import { laneOf } from "./lane-of";
import { nameAssignedPeople } from "./name-assigned-people";

export type SubmitCommandDeps = {
  releases: ReleaseStore;
  plans: Pick<PlanStore, "findPlan">;
  people: PeopleDirectory;
  watches: Pick<WatchStore, "findRound">;
  clock: Clock;
  hasher: Hasher;
  ids: Ids;
  log: Log;
  /** Told of what was committed here, before the database announces it to everybody. */
  onCommitted: (events: ChainedEvent[]) => void;
};

export type CommandRequest = {
  releaseId: string;
  /** Chosen by who asks: the same key again gets the same answer. */
  key: string;
  command: Command;
  actor: Actor;
  /** The command is not to happen before this instant: a timer's. */
  notBefore?: Instant;
  /** Where the request came from, for the process's log. */
  remote?: string;
};

type HashedRequest = CommandRequest & { bodyHash: string };

/** What one try came to, with the events that it wrote; null = somebody was faster, try again. */
type Outcome = { answer: CommandAnswer; written: ChainedEvent[] } | null;

function answered(answer: CommandAnswer): Outcome {
  return { answer, written: [] };
}

/** Tries after the first happen with the release's row locked, so more than one is needed only when the clock was off. */
const maxTries = 4;

/** Carries out one command on a release: decides on the newest state and appends what follows, once per key. */
export async function submitCommand(deps: SubmitCommandDeps, request: CommandRequest): Promise<CommandAnswer> {
  try {
    const { releaseId, command } = request;
    const bodyHash = deps.hasher.hash({ releaseId, command });
    return await untilSettled(deps, { ...request, bodyHash });
  } catch (error) {
    const id = deps.ids.next();
    const { releaseId, key, command } = request;
    deps.log.error({ id, releaseId, key, type: command.type, error }, "A command could not be carried out.");
    return { outcome: "unavailable", id };
  }
}

async function untilSettled(deps: SubmitCommandDeps, request: HashedRequest): Promise<CommandAnswer> {
  const { releaseId, command } = request;
  const lane = laneOf(command);
  const log = deps.releases.log(lane);
  let outcome = (await tryRecalled(deps, request, log)) ?? (await tryOnce(deps, request, log));
  for (let tries = 1; outcome === null && tries < maxTries; tries += 1) {
    outcome = await deps.releases.withLock(releaseId, lane, (log) => tryOnce(deps, request, log));
  }
  if (outcome === null) throw new Error(`No place in the log after ${maxTries} tries.`);
  if (outcome.written.length > 0) deps.onCommitted(outcome.written);
  return outcome.answer;
}

/** Whoever asks has seen an event that is not in this state. */
function hasSeenMore(command: Command, { seq }: StoredRelease): boolean {
  return "expectedSeq" in command && command.expectedSeq !== undefined && command.expectedSeq > seq;
}

/**
 * Appends what follows from the state that this process remembers, and so spares the reading (docs/decisions/0015). Nothing but an
 * append may come of it, because that fails when the log has moved on; a refusal would be one from old state. What stops something always
 * reads first.
 */
async function tryRecalled(deps: SubmitCommandDeps, request: HashedRequest, log: ReleaseLog): Promise<Outcome> {
  const lane = laneOf(request.command);
  const release = lane === "stopping" ? null : log.recall(request.releaseId);
  if (release === null || hasSeenMore(request.command, release)) return null;
  const plan = await deps.plans.findPlan(release.planVersionId, lane);
  if (plan === null) return null;
  const decided = await decideNow(deps, { request, release, plan });
  if (!decided.ok || decided.events.length === 0) return null;
  return appendDecided(deps, { ...decided, request, log, release, plan });
}

function keyHolder({ actor }: CommandRequest): string {
  return actor.kind === "person" ? actor.person : "system";
}

async function tryOnce(deps: SubmitCommandDeps, request: HashedRequest, log: ReleaseLog): Promise<Outcome> {
  const { releaseId, command, key, bodyHash } = request;
  const { release, known } = await log.load(releaseId, { actor: keyHolder(request), key });
  if (known !== null) return answered(answerKnown(known, bodyHash));
  if (release === null)
    return answered({ outcome: "refused", refusal: refusal("unknown_id", "unknown-release", { id: releaseId }) });
  const plan = await deps.plans.findPlan(release.planVersionId, laneOf(command));
  if (plan === null) throw new Error(`Plan version ${release.planVersionId} is missing.`);
  const decided = await decideNow(deps, { request, release, plan });
  if (!decided.ok) {
    if (decided.refusal.kind === "forbidden") logDenied(deps.log, request);
    return answered({ outcome: "refused", refusal: decided.refusal });
  }
  if (decided.events.length === 0) return answered({ outcome: "accepted", seq: release.seq, events: [] });
  return appendDecided(deps, { ...decided, request, log, release, plan });
}

type Question = { request: CommandRequest; release: StoredRelease; plan: StoredPlan };

async function decideNow(deps: SubmitCommandDeps, { request, release, plan }: Question) {
  const state = await currentState(deps.releases, plan.plan, release, laneOf(request.command));
  const now = Math.max(await deps.clock.read(), state.lastAt, request.notBefore ?? 0);
  const { approved } = release;
  const named = await nameAssignedPeople(deps.people, request.command);
  if (!named.ok) return named;
  const evidence = await evidenceFor(deps.watches, request);
  const circumstances = { plan: plan.plan, state, actor: request.actor, now, evidence, approved };
  const decision = decide(circumstances, named.value);
  if (!decision.ok) return decision;
  return { ok: true as const, state, events: stampEvents(decision.events, nextPlace(state, now)) };
}

type Accepted = { release: StoredRelease; plan: StoredPlan; state: ReleaseState; events: ReleaseEvent[] };
type Decided = Accepted & { request: HashedRequest; log: ReleaseLog };

async function appendDecided(deps: SubmitCommandDeps, { log, ...decided }: Decided): Promise<Outcome> {
  const { request } = decided;
  const { key, bodyHash } = request;
  const append = prepareAppend(deps, decided);
  const answer = answerOf(append.events);
  const outcome = await log.append({ ...append, command: { actor: keyHolder(request), key, bodyHash, answer } });
  if (outcome === "appended") return { answer: { outcome: "accepted", ...answer }, written: append.events };
  if (outcome === "skewed") await deps.clock.synchronise();
  return null;
}

function latest(...instants: (Instant | null)[]): Instant | null {
  return instants.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);
}

function prepareAppend(
  { hasher }: SubmitCommandDeps,
  { request, release, plan, state, events }: Omit<Decided, "log">,
): Omit<Append, "command"> {
  const next = events.reduce((before: ReleaseState, event) => evolve(plan.plan, before, event), state);
  const timers = timersOf(plan.plan, next);
  const unchanged = JSON.stringify(timers) === JSON.stringify(timersOf(plan.plan, state));
  return {
    expectedSeq: release.seq,
    state: next,
    events: chainEvents(hasher, release.head, events),
    timers: unchanged ? null : timers,
    notBefore: latest(soaksEndedAt(plan.plan, state, events), request.notBefore ?? null),
  };
}

function answerKnown({ bodyHash, answer }: KnownCommand, asked: string): CommandAnswer {
  if (bodyHash === asked) return { outcome: "accepted", ...answer };
  return { outcome: "refused", refusal: refusal("invalid", "key-reused") };
}

function answerOf(events: ReleaseEvent[]): StoredAnswer {
  return { seq: events.at(-1)?.seq ?? 0, events: events.map(({ seq, type }) => ({ seq, type })) };
}

function logDenied(log: Log, { releaseId, command, actor, remote }: CommandRequest): void {
  const who = actor.kind === "person" ? actor.person : actor.name;
  log.warn({ releaseId, type: command.type, actor: who, remote }, "A command was denied.");
}
