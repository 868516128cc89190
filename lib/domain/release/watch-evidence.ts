import type { CheckId } from "../plan/ids";
import type { CheckVerdict } from "./state";
import type { Instant } from "./time";

/** The watch's latest finished sampling round; null where nothing watches. Times and interval are real. */
export type WatchEvidence = {
  roundAt: Instant;
  verdicts: Record<CheckId, CheckVerdict>;
  observedShare: number | null;
  intervalMs: number;
} | null;
