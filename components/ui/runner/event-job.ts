import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { JobId } from "@/lib/domain/release/job";

/** The job whose output an event is about; null for every other event. */
export function eventJob(event: ReleaseEvent): JobId | null {
  switch (event.type) {
    case "job.taken":
    case "job.ended":
    case "job.lost":
    case "step.output":
      return event.payload.job;
    default:
      return null;
  }
}
