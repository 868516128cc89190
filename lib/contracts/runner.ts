import { z } from "zod";
import { ArgumentValues, actionName, OfferedAction } from "./runner-actions";
import { filledText, id, instantMs, text } from "./text";
import { TrafficDrill, TrafficObservation, TrafficOrder, TrafficProbe, TrafficReply } from "./traffic";

/**
 * What a runner and the server say to each other: JSON over POST, `Authorization: Bearer <runner's token>`. The token stands for
 * one runner: its environment and its labels. Refusals are problem+json as everywhere; 401 = unknown or withdrawn token.
 * A request may be lost, repeated or late in either direction: every one of them is safe to repeat as it stands.
 */
export const RUNNER_PROTOCOL = 1;

const jobPath = (job: string, verb: string) => `/api/v1/runner/jobs/${encodeURIComponent(job)}/${verb}`;
export const RUNNER_PATHS = {
  hello: "/api/v1/runner/hello",
  take: "/api/v1/runner/jobs/take",
  renew: (job: string) => jobPath(job, "renew"),
  output: (job: string) => jobPath(job, "output"),
  finish: (job: string) => jobPath(job, "finish"),
  traffic: "/api/v1/runner/traffic",
} as const;

/** A take waits no longer than this for work; a chunk of output holds no more bytes than this before base64. */
export const TAKE_WAIT_MAX_MS = 20_000;
export const OUTPUT_CHUNK_MAX_BYTES = 131_072;

const epoch = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Lower-case words such as `production` or `eu-1`. */
export const label = z.string().regex(/^[a-z0-9]([a-z0-9._-]{0,58}[a-z0-9])?$/u);
/** One life of the runner's process. A job that was started belongs to the runner, whichever life it is in. */
const instance = z.uuid();
/** Stands in paths, here and on the runner's disk. */
const jobId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

/** After every start, reload and change of the host's file: what this runner can do. The last hello holds. */
export const RunnerHello = z.object({
  protocol: z.int(),
  name: filledText(60),
  version: text(60),
  instance,
  host: text(200),
  /** What the host's file expects the token to stand for; the server refuses another. */
  environment: filledText(60),
  labels: z.array(label).max(20),
  actions: z.array(OfferedAction).max(200),
  planScripts: z.boolean(),
  slots: z.object({ ordinary: z.int().min(0).max(50), rollback: z.int().min(1).max(50) }),
});
export type RunnerHello = z.infer<typeof RunnerHello>;

/** `labels` are those of the token: jobs are matched against them. */
export const RunnerWelcome = z.object({
  runner: id,
  environment: filledText(60),
  labels: z.array(label).max(20),
  /** How long to wait before the next take after an empty one that came back at once, or after a failed one. */
  pollMs: z.int().min(50).max(60_000),
  /** A job is held this long after each renewal; a runner renews about every third of it. */
  leaseMs: z.int().min(1000).max(600_000),
});
export type RunnerWelcome = z.infer<typeof RunnerWelcome>;

/** The ordinary lane never uses the slots of the rollback lane. */
export const Lane = z.enum(["ordinary", "rollback"]);
export type Lane = z.infer<typeof Lane>;

/**
 * What the server says of a job that was offered.
 * `go_on`: it is this runner's and its epoch holds. `cancel`: end it (TERM, then KILL) and report.
 * `fenced`: its epoch is old or it belongs to another runner: begin nothing more, end what runs. `settled`: the server has its end.
 * Whether work that runs may run out under a hold is the server's to say: it then answers `go_on` to `running` and `fenced` to the others.
 */
export const JobStanding = z.enum(["go_on", "cancel", "fenced", "settled"]);
export type JobStanding = z.infer<typeof JobStanding>;

const Approval = z.object({ person: id, name: filledText(200), at: instantMs, planVersionSha256: sha256 });

/** What a job does. `script` runs only where the host's file says `planScripts: allow` and two people approved this very plan version. */
export const JobWork = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("action"), action: actionName, arguments: ArgumentValues }),
  z.object({
    kind: z.literal("traffic"),
    action: actionName,
    /** The other parts of the fence, release and epoch, are the job's own. */
    releaseStartedAt: instantMs,
    ask: z.discriminatedUnion("verb", [
      TrafficOrder.omit({ fence: true }).extend({ verb: z.literal("set") }),
      z.object({ verb: z.enum(["observe", "probe", "drill"]) }),
    ]),
  }),
  z.object({
    kind: z.literal("script"),
    text: filledText(100_000),
    /** Of the UTF-8 bytes of `text`. */
    textSha256: sha256,
    planVersionSha256: sha256,
    approvals: z.array(Approval).max(20),
  }),
]);
export type JobWork = z.infer<typeof JobWork>;

export const RunnerJob = z.object({
  id: jobId,
  releaseId: id,
  /** The event that it was made by. */
  seq: z.int().min(1),
  epoch,
  lane: Lane,
  purpose: z.enum(["step", "rollback_step", "playbook_step", "traffic", "drill"]),
  /** The id, in the plan, of what it carries out. */
  subject: text(220).nullable(),
  /** What a person reads at the head of the output, such as the step's title. */
  title: text(300),
  labels: z.array(label).max(20),
  work: JobWork,
  leaseMs: z.int().min(1000).max(600_000),
  /** The server's own limit; the host's is the other bound, the smaller one holds. */
  limitMs: z.int().min(1).nullable(),
});
export type RunnerJob = z.infer<typeof RunnerJob>;

/**
 * The long poll. `key` is new once a take was answered and kept until then: the same key gives the offers that were made under it,
 * and waits when there were none (what is free may have changed meanwhile). An offer that is never started goes back to the queue after its lease. `holding` names what is here and what was last said of it, and the
 * server answers at once when it would now say something else: that is how a cancel arrives without waiting for a renewal.
 */
export const JobsTake = z.object({
  instance,
  key: z.uuid(),
  free: z.object({ ordinary: z.int().min(0).max(50), rollback: z.int().min(0).max(50) }),
  waitMs: z.int().min(0).max(TAKE_WAIT_MAX_MS),
  holding: z.array(z.object({ id: jobId, standing: JobStanding })).max(200),
});
export type JobsTake = z.infer<typeof JobsTake>;

/** No more jobs of a lane than were free; of one release the newest epoch first. `standings` = only what differs from `holding`. */
export const JobsTaken = z.object({
  jobs: z.array(RunnerJob).max(100),
  standings: z.array(z.object({ id: jobId, standing: JobStanding, epoch })).max(200),
});
export type JobsTaken = z.infer<typeof JobsTaken>;

/**
 * The lease and the fence in one. `start`: asked once before the job's first effect; from then on the server never offers it
 * again. A second `start` is answered `go_on` only to the instance that asked first (its answer may have been lost).
 * `effect`: before each further effect. `running`: a renewal.
 */
export const JobRenew = z.object({ instance, epoch, before: z.enum(["start", "effect", "running"]) });
export type JobRenew = z.infer<typeof JobRenew>;

/** `epoch` is the release's present one, also where the job may go on: the runner remembers the highest on its disk. */
export const JobRenewed = z.object({ standing: JobStanding, epoch, leaseMs: z.int().min(1000).max(600_000) });
export type JobRenewed = z.infer<typeof JobRenewed>;

/**
 * Bytes of the output, stdout and stderr as they came, secrets already masked. `from` counts bytes from 0. The server writes what
 * is new to it, drops what it has, writes nothing when `from` is beyond what it has, and always answers with how much it has.
 * An empty chunk asks only that. What is behind 64 MB it takes and drops, and answers as if it had it. Taken for as long as the server
 * keeps the job, whatever its state: output outlives a lost lease.
 */
export const JobOutput = z.object({
  instance,
  from: z.int().min(0),
  data: z.base64().max(Math.ceil(OUTPUT_CHUNK_MAX_BYTES / 3) * 4),
});
export type JobOutput = z.infer<typeof JobOutput>;

export const JobOutputTaken = z.object({ next: z.int().min(0) });
export type JobOutputTaken = z.infer<typeof JobOutputTaken>;

/**
 * How it ended. `refused`: nothing was begun, `says` has the reason. `lost`: it was begun and nobody saw its end; it may have
 * taken effect and is never run again by itself. A followed action that reached its end has `succeeded`.
 */
export const JobOutcome = z.enum(["succeeded", "failed", "cancelled", "timed_out", "refused", "lost"]);
export type JobOutcome = z.infer<typeof JobOutcome>;

/** Of a refusal (`cannot_start` also of a failure to start), so that a screen can say it in its own language. */
export const RefusalReason = z.enum([
  "old_epoch",
  "not_started_in_time",
  "unknown_action",
  "wrong_kind",
  "bad_arguments",
  "labels",
  "scripts_off",
  "not_approved",
  "altered_text",
  "not_commands",
  "no_driver",
  "cannot_start",
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** What the traffic driver answered; `succeeded` = set, to_apply, observed, standing or drilled, else the job has `failed`. */
export const TrafficResult = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("set"), reply: TrafficReply }),
  z.object({ verb: z.literal("observe"), reply: TrafficObservation }),
  z.object({ verb: z.literal("probe"), reply: TrafficProbe }),
  z.object({ verb: z.literal("drill"), reply: TrafficDrill }),
]);
export type TrafficResult = z.infer<typeof TrafficResult>;

/**
 * Sent after all of the output, repeated until it is answered. Taken also when the server had given the job up: the late truth
 * stands beside the "unknown, check", it does not resolve it. The first finish of a job holds.
 */
export const JobFinish = z.object({
  instance,
  epoch,
  outcome: JobOutcome,
  refusal: RefusalReason.nullable(),
  exitCode: z.int().min(0).max(255).nullable(),
  signal: z.string().max(20).nullable(),
  /** Of the output as sent, and how many the action wrote: more than that when it was capped. */
  bytes: z.int().min(0),
  producedBytes: z.int().min(0),
  capped: z.boolean(),
  startedAt: instantMs.nullable(),
  endedAt: instantMs,
  says: text(2000),
  traffic: TrafficResult.nullable(),
  /** Of a lost job: what the host's probe of the action said. */
  probe: z.object({ succeeded: z.boolean(), text: text(4000) }).nullable(),
});
export type JobFinish = z.infer<typeof JobFinish>;

/** `next` is how much output the server has: when that is less than `bytes`, nothing was recorded, and the rest comes first. */
export const JobFinished = z.object({ recorded: z.boolean(), next: z.int().min(0) });
export type JobFinished = z.infer<typeof JobFinished>;

/**
 * What the proxies of this host have counted, asked of each traffic driver by `observe` and told again and again while a share stands
 * there that a release has set. Not work, and no event: the newest word holds, none is repeated when it is lost. The release is the one
 * of the observation's fence. Refused for releases that this runner's token does not reach.
 */
export const TrafficCounts = z.object({
  instance,
  counts: z.array(z.object({ action: actionName, at: instantMs, seen: TrafficObservation })).max(20),
});
export type TrafficCounts = z.infer<typeof TrafficCounts>;

/** How long until the next word, ms: longer while no release that is under way was spoken of. */
export const TrafficCountsTaken = z.object({ everyMs: z.int().min(1000).max(600_000) });
export type TrafficCountsTaken = z.infer<typeof TrafficCountsTaken>;
