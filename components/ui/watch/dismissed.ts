import type { CheckId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Mark, ReleaseState } from "@/lib/domain/release/state";
import { type Instant, releaseTime } from "@/lib/domain/release/time";
import { DISMISSED_MUTES_MS } from "@/lib/domain/release/watch-consequences";

/** Who muted it and why, and until when by the release's clock. */
type Dismissal = Mark & { reason: string; until: Instant };

/** Why a check that fails calls nobody: somebody has dismissed what was proposed for it. Null where nothing is muted. */
export function dismissalOf(
  { triggers }: Pick<Plan, "triggers">,
  { checks, dismissed, clock }: Pick<ReleaseState, "checks" | "dismissed" | "clock">,
  check: CheckId,
): Dismissal | null {
  if (checks[check]?.verdict !== "failed") return null;
  const [own] = triggers.flatMap((trigger) => (trigger.check === check ? (dismissed[trigger.id] ?? []) : []));
  return own === undefined ? null : { ...own, until: releaseTime(clock, own.at + DISMISSED_MUTES_MS) };
}
