import type { ReleaseState } from "./state";

/** The mark of what was seen in a rehearsal: its shop is simulated, and so is everything that it feeds. */
export function simulatedIn({ clock }: Pick<ReleaseState, "clock">): { simulated?: true } {
  return clock.mode === "rehearsal" ? { simulated: true } : {};
}
