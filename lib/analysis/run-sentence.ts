import type { Phrase } from "../domain/release/phrase";
import type { CheckRun, RunLimits } from "./check-run";
import { phrase } from "./round";

/** What is to be read beside a check: the last round's own sentence, unless the run as a whole has something else to say. */
export function runSentence(run: CheckRun, { failureLimit }: RunLimits, round: Phrase | null): Phrase {
  if (run.phase === "blind") return phrase("run.blind", { count: run.errorsRunning });
  if (run.phase === "stopped" && run.measurements === 0) return phrase("run.stopped");
  if (round === null) return phrase("run.waiting");
  if (run.phase === "failed" && run.last !== "failed") return phrase("run.broken", { count: run.failures });
  if (run.phase !== "failed" && run.last === "failed") {
    return phrase("run.tolerated", { count: run.failures, limit: failureLimit });
  }
  return round;
}
