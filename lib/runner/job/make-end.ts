import { statSync } from "node:fs";
import type { JobOutcome, RefusalReason } from "@/lib/contracts/runner";
import { type JobEnd, spoolOf } from "../journal/journal";

/** So much output there is to send. */
export function spooledBytes(folder: string): number {
  return statSync(spoolOf(folder), { throwIfNoEntry: false })?.size ?? 0;
}

/** An end that the runner itself has to state, because no keeper did. */
export function makeEnd(
  folder: string,
  outcome: JobOutcome,
  says: string,
  rest: { refusal?: RefusalReason | null; startedAt?: number | null } & Partial<Pick<JobEnd, "traffic" | "probe">> = {},
): JobEnd {
  const bytes = spooledBytes(folder);
  return {
    outcome,
    says,
    refusal: null,
    exitCode: null,
    signal: null,
    bytes,
    producedBytes: bytes,
    capped: false,
    startedAt: null,
    endedAt: Date.now(),
    traffic: null,
    probe: null,
    ...rest,
  };
}
