import type { ReleaseEvent } from "./events";

/** What a screen may sound for, from the quietest to the loudest. */
export const EARCONS = ["gate", "attention", "rollback"] as const;
export type Earcon = (typeof EARCONS)[number];

/** Events that somebody should look up for, whatever they say. */
const ATTENTION: ReadonlySet<ReleaseEvent["type"]> = new Set<ReleaseEvent["type"]>([
  "release.held",
  "stage.stopped",
  "stage.failed",
  "step.failed",
  "item.expired",
  "gate.expired",
  "gate.lapsed",
  "override.requested",
  "rollback.scheduled",
  "trigger.proposed",
  "source.lost",
  "call.raised",
  "playbook.matched",
  "call.escalated",
  "traffic.left_band",
]);

/** The sound of an event; null for what happens quietly. */
export function earconOf(event: ReleaseEvent): Earcon | null {
  switch (event.type) {
    case "rollback.started":
      return "rollback";
    case "gate.opened":
      return "gate";
    case "vote.cast":
      return event.payload.vote === "no_go" ? "attention" : null;
    case "gate.decided":
      return event.payload.decision === "no_go" ? "attention" : null;
    case "check.verdict":
      return event.payload.verdict === "failed" ? "attention" : null;
    default:
      return ATTENTION.has(event.type) ? "attention" : null;
  }
}

/** Of several events at once the one that matters most sounds, and only that one; the newest of equals. */
export function loudest(events: readonly ReleaseEvent[]): { event: ReleaseEvent; earcon: Earcon } | null {
  const sounding = events.flatMap((event) => {
    const earcon = earconOf(event);
    return earcon === null ? [] : [{ event, earcon }];
  });
  const rank = ({ earcon }: { earcon: Earcon }) => EARCONS.indexOf(earcon);
  return sounding.reduce<(typeof sounding)[number] | null>(
    (best, one) => (best === null || rank(one) >= rank(best) ? one : best),
    null,
  );
}
