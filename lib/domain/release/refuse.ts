import type { Because } from "./because";
import type { Condition } from "./condition";
import type { Decision } from "./decision";
import type { EventDraft, EventType } from "./events";
import type { Refusal, RefusalKind } from "./refusal";
import type { Mark } from "./state";

type Facts = Refusal["facts"];

/** A refusal with its facts; `facts` holds plain numbers and plan texts, never sentences. */
export function refuse(kind: RefusalKind, because: Because, facts: Facts = {}): Refusal {
  return { kind, because, facts };
}

/** The same refusal naming whose act is the reason. */
export function refuseBy(refusal: Refusal, mark: Mark | null, type: EventType): Refusal {
  return mark === null ? refusal : { ...refusal, by: { actor: mark.by, at: mark.at, type } };
}

/** The refusal that lists every condition in the way; null when nothing is. */
export function refuseUnmet(conditions: Condition[]): Refusal | null {
  const unmet = conditions.filter((condition) => condition.met === "unmet");
  if (unmet.length === 0) return null;
  return { kind: "unmet", because: "conditions-unmet", facts: { count: unmet.length }, unmet };
}

/** A decision that refuses. */
export function refused(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** A decision that lets these facts happen. */
export function accepted(...events: EventDraft[]): Decision {
  return { ok: true, events };
}
