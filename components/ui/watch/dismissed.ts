import type { CheckId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";

type Dismissal = Extract<ReleaseEvent, { type: "trigger.dismissed" }>;

/**
 * Why a check that fails calls nobody: somebody has dismissed what was proposed for it. It stays silent until the check passes and
 * fails anew, or the traffic's share changes. Null where nothing is muted.
 */
export function dismissalOf(
  { triggers }: Pick<Plan, "triggers">,
  { checks, proposals, traffic }: Pick<ReleaseState, "checks" | "proposals" | "traffic">,
  events: readonly ReleaseEvent[],
  check: CheckId,
): Dismissal | null {
  const own = triggers.filter((trigger) => trigger.check === check);
  if (checks[check]?.verdict !== "failed" || own.some(({ id }) => proposals[id] !== undefined)) return null;
  const last = events.findLast((event): event is Dismissal | Extract<ReleaseEvent, { type: "traffic.set" }> =>
    event.type === "traffic.set" ? event.payload.share === traffic.wanted : isOf(event, own),
  );
  return last?.type === "trigger.dismissed" ? last : null;
}

function isOf(event: ReleaseEvent, triggers: Plan["triggers"]): event is Dismissal {
  return event.type === "trigger.dismissed" && triggers.some(({ id }) => id === event.payload.trigger);
}
