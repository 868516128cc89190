import { z } from "zod";
import type { JobId, JobPurpose } from "@/lib/domain/release/job";
import type { ReleaseMode } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import { label } from "./runner";
import { filledText } from "./text";

/** A runner that an administrator lets in. A rehearsal never reaches one for live releases, and the other way about. */
export const RunnerWish = z.object({
  name: filledText(60),
  mode: z.enum(["live", "rehearsal"]),
  environment: filledText(60),
  labels: z.array(label).max(20).default([]),
});
export type RunnerWish = z.infer<typeof RunnerWish>;

/** A job that runs now; `subject` is the step's name in the plan, null for the traffic and the drill. */
export type WorkUnderWay = {
  runner: string;
  mode: ReleaseMode;
  releaseId: string;
  version: string;
  job: JobId;
  purpose: JobPurpose["kind"];
  subject: string | null;
};

/** A runner as an administrator sees it; what it said of itself is null and empty until it came up. */
export type RunnerView = {
  id: string;
  name: string;
  mode: ReleaseMode;
  environment: string;
  labels: string[];
  heard: "here" | "silent" | "never";
  lastSeenAt: Instant | null;
  host: string | null;
  actions: string[];
  planScripts: boolean;
  /** Shares that it offers and runners of other hosts too, so that either could be given the job: which runners. */
  trafficElsewhere: { action: string; runners: string[] }[];
  work: WorkUnderWay[];
};

const wholeText = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number);

/** A range of a job's output, bytes; or all of it, to be kept as a file. */
export const OutputQuery = z.object({
  from: wholeText.default(0),
  limit: wholeText.default(262_144).pipe(z.int().min(1).max(1_048_576)),
  as: z.enum(["range", "file"]).default("range"),
});

/** A job of a release by its number alone; null = that is none. */
export function readJobNumber(text: string): JobId | null {
  return /^\d{1,6}$/u.test(text) ? `job:${Number(text)}` : null;
}
