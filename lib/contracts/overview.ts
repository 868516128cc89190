import type { ReleaseOverview, WaitingEntry } from "@/lib/domain/release/overview";
import type { ReleaseMode, ReleaseStatus } from "@/lib/domain/release/state";

export type WaitingRelease = { releaseId: string; version: string; mode: ReleaseMode; entries: WaitingEntry[] };
export type EndedRelease = {
  releaseId: string;
  planTitle: string;
  version: string;
  mode: ReleaseMode;
  status: ReleaseStatus;
  createdAt: number;
};
export type PlanChoice = { planId: string; planVersionId: string; title: string; version: string };

/** The first page: what runs now, what is next, what waits for the one who looks. */
export type Overview = {
  running: ReleaseOverview[];
  next: ReleaseOverview[];
  waiting: WaitingRelease[];
  over: EndedRelease[];
  plans: PlanChoice[];
};
