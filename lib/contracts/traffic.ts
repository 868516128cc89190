import { z } from "zod";
import { filledText, id, instantMs, text } from "./text";

/** Percent of traffic on the new version, to the hundredth. */
export const TrafficShare = z.number().min(0).max(100).multipleOf(0.01);

/**
 * What a change of traffic is made under. A release that started later goes before one that started earlier; within a release the
 * higher epoch goes before the lower.
 */
export const TrafficFence = z.object({ release: id, startedAt: instantMs, epoch: z.int().min(0) });
export type TrafficFence = z.infer<typeof TrafficFence>;

/** Green is the new version, blue the old one. */
const SIDES = ["green", "blue"] as const;
export type Side = (typeof SIDES)[number];

/** `versions`: what each side should say in its version header; null = not known, anything is taken. */
export const TrafficOrder = z.object({
  share: TrafficShare,
  fence: TrafficFence,
  versions: z.object({ green: text(200).nullable(), blue: text(200).nullable() }).optional(),
});
export type TrafficOrder = z.infer<typeof TrafficOrder>;

const Sentence = z.object({ zh: filledText(2000), en: filledText(2000) });
export type Sentence = z.infer<typeof Sentence>;

/** Why traffic was not set. Stable words; the sentence says it to a person. */
const TRAFFIC_REFUSALS = [
  "fenced",
  "superseded",
  "withdrawn",
  "busy",
  "unknown_host",
  "config_refused",
  "reload_failed",
  "probe_failed",
  "not_as_set",
  "stays_back",
  "not_written",
  "not_sent",
  "not_accepted",
  "invalid",
] as const;
export type TrafficRefusalKind = (typeof TRAFFIC_REFUSALS)[number];

const TRAFFIC_PHASES = ["lock", "write", "test", "reload", "probe", "put_back"] as const;
const Phase = z.object({ phase: z.enum(TRAFFIC_PHASES), tookMs: z.number() });
export type TrafficPhase = z.infer<typeof Phase>;

/** So many answers came from this side with this version header; null = it sent none. */
const VersionCount = z.object({ side: z.enum(SIDES), version: text(200).nullable(), count: z.int().min(0) });
export type VersionCount = z.infer<typeof VersionCount>;

/**
 * `standing`: what users meet now: `before` = as before this order, `unknown` = nobody can say, look. `detail`: the tool's own words.
 */
const TrafficRefusal = z.object({
  kind: z.literal("refused"),
  because: z.enum(TRAFFIC_REFUSALS),
  sentence: Sentence,
  detail: text(8000),
  standing: z.enum(["before", "unknown"]),
  phases: z.array(Phase),
});
export type TrafficRefusal = z.infer<typeof TrafficRefusal>;

/** `sampled`: answers that the probe itself asked for, by side. */
const TrafficSet = z.object({
  kind: z.literal("set"),
  share: TrafficShare,
  fence: TrafficFence,
  /** False: it stood so already and was only probed. */
  changed: z.boolean(),
  sampled: z.array(VersionCount),
  phases: z.array(Phase),
  tookMs: z.number(),
});

/** The driver has no hands: a person applies this text and confirms it (`traffic.confirm`). */
const TrafficToApply = z.object({
  kind: z.literal("to_apply"),
  share: TrafficShare,
  fence: TrafficFence,
  sentence: Sentence,
  text: text(32_000),
});
/** What became of an order. */
export const TrafficReply = z.discriminatedUnion("kind", [TrafficSet, TrafficToApply, TrafficRefusal]);
export type TrafficReply = z.infer<typeof TrafficReply>;

/**
 * Requests of users since `since`, by the side that served them in the end: a request that was tried on one side and served by the
 * other counts for the other. `nobody`: no side answered. `other`: an address that belongs to neither.
 */
const TrafficObserved = z.object({
  kind: z.literal("observed"),
  /** The share under which these were counted, and its fence. */
  share: TrafficShare,
  fence: TrafficFence,
  since: instantMs,
  green: z.int().min(0),
  blue: z.int().min(0),
  nobody: z.int().min(0),
  other: z.int().min(0),
  versions: z.array(VersionCount),
  /** Why the proxy's own record cannot be read; nothing is counted then. */
  unread: Sentence.optional(),
});
const TrafficUnseen = z.object({ kind: z.literal("not_observed"), sentence: Sentence });
export const TrafficObservation = z.discriminatedUnion("kind", [TrafficObserved, TrafficUnseen]);
export type TrafficObservation = z.infer<typeof TrafficObservation>;

/** What stands now. `mended`: an order that was cut off in the middle was cleared away, without a change of traffic. */
const TrafficStanding = z.object({
  kind: z.literal("standing"),
  /** Null: nothing was ever set here. */
  share: TrafficShare.nullable(),
  fence: TrafficFence.nullable(),
  mended: z.boolean(),
  sampled: z.array(VersionCount),
  phases: z.array(Phase),
});
export const TrafficProbe = z.discriminatedUnion("kind", [TrafficStanding, TrafficUnseen, TrafficRefusal]);
export type TrafficProbe = z.infer<typeof TrafficProbe>;

/** A rollback on a shadow upstream that no user meets: the same steps, timed. */
export const TrafficDrill = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drilled"), tookMs: z.number(), phases: z.array(Phase), at: instantMs }),
  TrafficUnseen,
  TrafficRefusal,
]);
export type TrafficDrill = z.infer<typeof TrafficDrill>;
