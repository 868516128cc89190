import type { Verification } from "@/lib/services/release/verify-release";

const broken = {
  missing: "is missing: an event was deleted or renumbered.",
  unlinked: "does not follow the one before it: events were exchanged or put in.",
  changed: "is not what was written: its hash does not hold.",
  "cut-off": "is missing: the end of the log was cut off.",
  head: "is not the event that the release names as its last: the end of the log was exchanged.",
  state: "The log is whole, but the stored state is not what the log adds up to.",
  plan: "The log is whole, but its plan is not the one that it was begun with.",
  "plan-rows": "The log is whole, but the rows of its plan do not say what the plan said when it was saved.",
} as const;

/** What the check of a log has found, for whoever ran it. */
export function verificationSentence(releaseId: string, found: Verification): string {
  if (found.verdict === "unknown") return `There is no release ${releaseId}.`;
  if (found.verdict === "sound") {
    return `Release ${releaseId}: ${found.seq} events, every one as it was written. Head ${found.head}.`;
  }
  const where = found.seq === null ? "" : `Event ${found.seq} `;
  return `Release ${releaseId} is NOT sound. ${where}${broken[found.wrong]}`;
}
