import type { PlaybookId } from "@/lib/domain/plan/ids";
import type { PlaybookRun } from "@/lib/domain/release/state";

/** The newest run of a playbook. */
export function lastRun(runs: PlaybookRun[], playbook: PlaybookId): PlaybookRun | undefined {
  return runs.filter((run) => run.playbook === playbook).at(-1);
}
