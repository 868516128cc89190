import { evolve } from "@/lib/domain/release/evolve";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Wall } from "./screens";
import type { Night, Stand } from "./stand";

/** Folds what every screen was shown onto the state it began with, and compares it with what the database holds. */
export async function checkFinalStates(stand: Stand, night: Night, began: ReleaseState, wall: Wall): Promise<string[]> {
  const stored = await stand.services.getReleaseSnapshot({ releaseId: night.releaseId });
  if (stored === null) return ["the release is gone"];
  const wanted = canonical(stored.state);
  const judged = new Map<string, boolean>();
  const faults: string[] = [];
  for (const { batches } of wall.screens) {
    // Screens that were shown the same texts need folding once.
    const shown = batches.map(({ from, events, head }) => `${from}+${events.length}:${head}`).join(" ");
    let isRight = judged.get(shown);
    if (isRight === undefined) {
      const events = batches.flatMap((batch) => batch.events);
      const state = events.reduce((before, event) => evolve(night.plan, before, event), began);
      isRight = canonical(state) === wanted;
      judged.set(shown, isRight);
    }
    if (!isRight) faults.push("a screen shows another state than the database");
  }
  return faults;
}

/** One text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
