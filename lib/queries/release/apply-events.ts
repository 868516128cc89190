import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import type { ReleaseState } from "@/lib/domain/release/state";

/** What a screen holds of a release: the fold, the newest events (oldest first), the hash of the last one. */
export type LiveView = { state: ReleaseState; events: ReleaseEvent[]; head: string };

/** Events in order of their numbers, `head` being the hash of the last. */
export type EventBatch = { events: readonly ReleaseEvent[]; head: string };

/** `gap`: something between what is known and this batch is missing, so nothing of it was applied. */
export type Applied = { outcome: "applied" | "known" | "gap"; view: LiveView };

/** A screen keeps this many events; older ones are in the log and the report. */
export const keptEvents = 1_000;

/** Folds a batch into the view: what is already there is dropped, what does not follow directly is refused as a gap. */
export function applyEvents(plan: Plan, view: LiveView, batch: EventBatch): Applied {
  const fresh = batch.events.filter((event) => event.seq > view.state.seq);
  const last = fresh.at(-1);
  if (last === undefined) return { outcome: "known", view };
  const isConsecutive = fresh.every((event, index) => event.seq === view.state.seq + 1 + index);
  if (!isConsecutive) return { outcome: "gap", view };
  const state = fresh.reduce((before, event) => evolve(plan, before, event), view.state);
  return {
    outcome: "applied",
    view: { state, events: [...view.events, ...fresh].slice(-keptEvents), head: batch.head },
  };
}
