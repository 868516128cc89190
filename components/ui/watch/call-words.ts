import type { Plan } from "@/lib/domain/plan/plan";
import type { CallAbout } from "@/lib/domain/release/call";
import { nameOf } from "@/lib/domain/release/describe";
import type { JobPurpose, JobState } from "@/lib/domain/release/job";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { ReleaseState } from "@/lib/domain/release/state";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";

/** The kinds of call that read differently. */
export type CallKind = "P0" | "P1" | "source" | "watch" | "check" | "item" | "traffic" | "trafficBack" | "rollbackStep";

/** A share of 0 % is asked of the driver by a rollback, or by whoever goes back within his shift. */
function jobKind(purpose: JobPurpose): CallKind {
  if (purpose.kind !== "traffic") return "rollbackStep";
  return purpose.share === 0 ? "trafficBack" : "traffic";
}

export function callKind(plan: Plan, about: CallAbout): CallKind {
  if (about.kind === "source") return blindKind(about.source);
  if (about.kind === "job") return jobKind(about.purpose);
  if (about.kind !== "trigger") return about.kind;
  return plan.triggers.find(({ id }) => id === about.trigger)?.level ?? "P0";
}

/** Blind because a source is gone, or because nobody watches at all. */
export function blindKind(source: string): "source" | "watch" {
  return source === WATCH_ITSELF ? "watch" : "source";
}

/** What the call is about, in the plan's words. */
export function callSubject(plan: Plan, about: CallAbout): string {
  switch (about.kind) {
    case "trigger":
      return nameOf(plan, about.trigger);
    case "check":
      return nameOf(plan, about.check);
    case "item":
      return nameOf(plan, about.item);
    case "source":
      return about.source;
    case "job":
      return "step" in about.purpose ? nameOf(plan, about.purpose.step) : trafficSubject(about.purpose);
  }
}

function trafficSubject(purpose: JobPurpose): string {
  return purpose.kind === "traffic" ? `${purpose.share} %` : "";
}

/** How the work stands that a person is called for: not begun, lost, ended too late, or what its runner said of it. */
function jobEvidence(job: JobState | undefined): Phrase | null {
  if (job === undefined) return null;
  if (job.ended === null) return { key: "verdict.job.untaken", values: {} };
  const { outcome, says, counted, refusal } = job.ended;
  if (outcome === "lost") return { key: "verdict.job.lost", values: { says } };
  if (!counted && outcome === "succeeded") return { key: "verdict.job.late", values: { says } };
  if (outcome === "succeeded") return { key: "verdict.job.by_hand", values: { says } };
  return { key: "verdict.job.ended", values: { says }, words: { outcome: refusal ? `refused_${refusal}` : outcome } };
}

/** The judge's sentence behind a call: why a trigger's check failed, what belied a signature; null where there is none. */
export function callEvidence(
  plan: Plan,
  { checks, items, jobs }: Pick<ReleaseState, "checks" | "items" | "jobs">,
  about: CallAbout,
): Phrase | null {
  if (about.kind === "job") return jobEvidence(jobs[about.job]);
  if (about.kind === "item") {
    const item = items[about.item];
    return item?.status === "open" ? (item.expired?.says ?? null) : null;
  }
  if (about.kind === "check") return checks[about.check]?.says ?? null;
  if (about.kind !== "trigger") return null;
  const check = plan.triggers.find(({ id }) => id === about.trigger)?.check ?? null;
  return check === null ? null : (checks[check]?.says ?? null);
}
