import type { Viewer } from "@/lib/contracts/live";
import type { ReleaseState } from "@/lib/domain/release/state";

/** Whether the screen offers roles that are not this person's: only in a rehearsal. The rules have the last word. */
export function mayPlayRoles(state: ReleaseState, viewer: Viewer): boolean {
  return state.clock.mode === "rehearsal" && viewer !== null && viewer.permissions.length > 0;
}
