import type { Plan } from "@/lib/domain/plan/plan";
import type { CallAbout } from "@/lib/domain/release/call";
import { nameOf } from "@/lib/domain/release/describe";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { ReleaseState } from "@/lib/domain/release/state";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";

/** The kinds of call that read differently. */
export type CallKind = "P0" | "P1" | "source" | "watch" | "check" | "item";

export function callKind(plan: Plan, about: CallAbout): CallKind {
  if (about.kind === "source") return blindKind(about.source);
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
  }
}

/** The judge's sentence behind a call: why a trigger's check failed, what belied a signature; null where there is none. */
export function callEvidence(
  plan: Plan,
  { checks, items }: Pick<ReleaseState, "checks" | "items">,
  about: CallAbout,
): Phrase | null {
  if (about.kind === "item") {
    const item = items[about.item];
    return item?.status === "open" ? (item.expired?.says ?? null) : null;
  }
  if (about.kind === "check") return checks[about.check]?.says ?? null;
  if (about.kind !== "trigger") return null;
  const check = plan.triggers.find(({ id }) => id === about.trigger)?.check ?? null;
  return check === null ? null : (checks[check]?.says ?? null);
}
