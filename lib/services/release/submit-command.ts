import type { CommandAnswer } from "@/lib/contracts/command-answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Command } from "@/lib/domain/release/commands";
import { decide } from "@/lib/domain/release/decide";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
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
import { refusal } from "../refusal-reasons";
import { chainEvents } from "./chain-events";
import { currentState } from "./current-state";
import { laneOf } from "./lane-of";
import { nameAssignedPeople } from "./name-assigned-people";

export type SubmitCommandDeps = {
  releases: ReleaseStore;
  plans: Pick<PlanStore, "findPlan">;
  people: PeopleDirectory;
  clock: Clock;
  hasher: Hasher;
  ids: Ids;
  log: Log;
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

/** What one try came to; null = somebody was faster, try again. */
type Outcome = CommandAnswer | null;

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
  let outcome = await tryOnce(deps, request, deps.releases.log(lane));
  for (let tries = 1; outcome === null && tries < maxTries; tries += 1) {
    outcome = await deps.releases.withLock(releaseId, lane, (log) => tryOnce(deps, request, log));
  }
  if (outcome === null) throw new Error(`No place in the log after ${maxTries} tries.`);
  return outcome;
}

async function tryOnce(deps: SubmitCommandDeps, request: HashedRequest, log: ReleaseLog): Promise<Outcome> {
  const { releaseId, command, key, bodyHash } = request;
  const actor = request.actor.kind === "person" ? request.actor.person : "system";
  const { release, known } = await log.load(releaseId, { actor, key });
  if (known !== null) return answerKnown(known, bodyHash);
  if (release === null)
    return { outcome: "refused", refusal: refusal("unknown_id", "unknown-release", { id: releaseId }) };
  const plan = await deps.plans.findPlan(release.planVersionId, laneOf(command));
  if (plan === null) throw new Error(`Plan version ${release.planVersionId} is missing.`);
  const decided = await decideNow(deps, { request, release, plan });
  if (!decided.ok) {
    if (decided.refusal.kind === "forbidden") logDenied(deps.log, request);
    return { outcome: "refused", refusal: decided.refusal };
  }
  if (decided.events.length === 0) return { outcome: "accepted", seq: release.seq, events: [] };
  const append = prepareAppend(deps, { release, plan, ...decided });
  const answer = answerOf(append.events);
  const outcome = await log.append({ ...append, command: { actor, key, bodyHash, answer } });
  if (outcome === "appended") return { outcome: "accepted", ...answer };
  if (outcome === "skewed") await deps.clock.synchronise();
  return null;
}

type Question = { request: CommandRequest; release: StoredRelease; plan: StoredPlan };

async function decideNow(deps: SubmitCommandDeps, { request, release, plan }: Question) {
  const state = await currentState(deps.releases, plan.plan, release, laneOf(request.command));
  const now = Math.max(await deps.clock.read(), state.lastAt, request.notBefore ?? 0);
  const { approved } = release;
  const named = await nameAssignedPeople(deps.people, request.command);
  if (!named.ok) return named;
  const circumstances = { plan: plan.plan, state, actor: request.actor, now, evidence: null, approved };
  const decision = decide(circumstances, named.value);
  if (!decision.ok) return decision;
  return { ok: true as const, state, events: stampEvents(decision.events, nextPlace(state, now)) };
}

type Accepted = { release: StoredRelease; plan: StoredPlan; state: ReleaseState; events: ReleaseEvent[] };

function prepareAppend(
  { hasher }: SubmitCommandDeps,
  { release, plan, state, events }: Accepted,
): Omit<Append, "command"> {
  const next = events.reduce((before: ReleaseState, event) => evolve(plan.plan, before, event), state);
  const timers = timersOf(plan.plan, next);
  const unchanged = JSON.stringify(timers) === JSON.stringify(timersOf(plan.plan, state));
  return {
    expectedSeq: release.seq,
    state: next,
    events: chainEvents(hasher, release.head, events),
    timers: unchanged ? null : timers,
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
