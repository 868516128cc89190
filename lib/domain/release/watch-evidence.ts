import type { CheckId } from "../plan/ids";
import type { CheckVerdict } from "./state";
import type { Instant } from "./time";

/**
 * The watch's latest finished sampling round; null where nothing watches. Times and interval are real. `band` says how the share
 * that the new version itself serves lies to `wantedShare`, the share that was looked for; null where nobody counts.
 */
export type WatchEvidence = {
  roundAt: Instant;
  verdicts: Record<CheckId, CheckVerdict>;
  observedShare: number | null;
  wantedShare: number;
  band: "in" | "out" | "unknown" | null;
  intervalMs: number;
} | null;
