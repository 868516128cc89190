import { type CallAbout, callOf } from "./call";
import type { EventDraft } from "./events";
import { type JobEnd, type JobId, type JobPurpose, type JobState, jobStanding, jobsOf, standingJob } from "./job";
import { consequence, type Situation } from "./rule";
import type { ReleaseState } from "./state";
import type { Instant } from "./time";
import { TERMINAL_RELEASE } from "./transitions";

/** Real time after which a person is called for a move of the traffic, or a step back, that no runner has begun. Never scaled. */
export const UNTAKEN_CALLS_AFTER_MS = 15_000;

/** Work that must not fail unseen: whatever moves traffic, and whatever a rollback waits for. */
function matters({ kind }: JobPurpose): boolean {
  return kind === "traffic" || kind === "rollback_step";
}

function aboutJob(job: JobId, purpose: JobPurpose): CallAbout {
  return { kind: "job", job, purpose };
}

type Ended = { job: JobId; own: JobState; outcome: JobEnd["outcome"]; byHand?: boolean; untouched?: boolean };

/** A driver without hands has shown what is to be put in place: the way back waits for a person to do it. */
function waitsForHands({ own, outcome, byHand = false }: Ended): boolean {
  return byHand && outcome === "succeeded" && own.lane === "rollback";
}

/** What an end leaves open: the traffic has moved, or may have in part. */
const MAYBE_MOVED: ReadonlySet<JobEnd["outcome"]> = new Set(["succeeded", "lost", "timed_out", "failed"]);

/**
 * Moved, or may have been, although nobody waits for it any more: unless its driver knows that it did nothing. While the move of a rollback
 * stands, that one goes last.
 */
function maybeMoved(state: ReleaseState, { own, outcome, byHand = false, untouched = false }: Ended): boolean {
  if (own.purpose.kind !== "traffic" || own.lane === "rollback" || byHand || untouched) return false;
  // The late word of a lost one: its loss has called already, and only a success says more.
  if (own.ended !== null && outcome !== "succeeded") return false;
  const hasLast = state.status === "rolling_back" && standingJob(state, own.purpose) !== null;
  return MAYBE_MOVED.has(outcome) && !hasLast;
}

/**
 * The call for work that failed or was lost, and for traffic that nobody waits for and that may have moved. What else a person cancelled
 * or the release has left behind calls nobody.
 */
export function jobCallRaised({ state }: Situation, ended: Ended): EventDraft[] {
  const { job, own, outcome } = ended;
  if (!matters(own.purpose) || TERMINAL_RELEASE.has(state.status)) return [];
  const isWaitedFor = jobStanding(state, { ...own, cancel: null }) === "go_on";
  const isFailed = outcome !== "succeeded" && outcome !== "cancelled";
  const isNews = isFailed && (own.cancel === null || maybeMoved(state, ended));
  if (isWaitedFor ? !isNews && !waitsForHands(ended) : !maybeMoved(state, ended)) return [];
  const about = aboutJob(job, own.purpose);
  const call = callOf(about);
  return state.calls[call] === undefined ? [consequence({ type: "call.raised", payload: { call, about } })] : [];
}

/** Whether nobody need look after it any more: somebody has begun it, or it is no longer wanted. */
export function isJobCallOver(state: ReleaseState, job: JobId): boolean {
  const own = state.jobs[job];
  return own === undefined || own.status !== "requested" || jobStanding(state, own) !== "go_on";
}

/** Work that waits for a runner, with the real time at which a person is called for it. */
export function untakenJobs(state: ReleaseState): { about: CallAbout; dueAt: Instant }[] {
  return jobsOf(state).flatMap(({ id, job }) => {
    const about = aboutJob(id, job.purpose);
    if (!matters(job.purpose) || isJobCallOver(state, id) || state.calls[callOf(about)] !== undefined) return [];
    return [{ about, dueAt: job.requested.at + UNTAKEN_CALLS_AFTER_MS }];
  });
}
