import type { ReleaseSnapshot } from "@/lib/contracts/live";
import { hideContactsIn, redactPlan } from "@/lib/domain/plan/redact";
import { redactEvent } from "@/lib/domain/release/redact-event";

/** The snapshot for whoever opened the wall by a display link. */
export function redactSnapshot(snapshot: ReleaseSnapshot): ReleaseSnapshot {
  return {
    ...snapshot,
    plan: redactPlan(snapshot.plan),
    state: hideContactsIn(snapshot.state),
    recent: snapshot.recent.map(redactEvent),
  };
}
