import type { RunnerJob } from "@/lib/contracts/runner";
import type { JobEnd, JournalRecord } from "./journal";
import type { ProcessIdentity } from "./process-identity";

/** What a job's journal comes to. */
export type JobStory = {
  job: RunnerJob | null;
  startedBy: "keeper" | "runner" | null;
  keeper: ProcessIdentity | null;
  /** The command that waits for a permit. */
  asks: number | null;
  /** The latest permit's end, in ms of the monotonic clock. */
  permitUntil: number | null;
  permitTurn: number | null;
  /** Something may have taken effect. */
  begun: boolean;
  child: ProcessIdentity | null;
  end: JobEnd | null;
  told: boolean;
};

const BLANK: JobStory = {
  job: null,
  startedBy: null,
  keeper: null,
  asks: null,
  permitUntil: null,
  permitTurn: null,
  begun: false,
  child: null,
  end: null,
  told: false,
};

function tell(story: JobStory, record: JournalRecord): JobStory {
  switch (record.kind) {
    case "accepted":
      return { ...story, job: record.job };
    case "starting":
      return { ...story, startedBy: record.by, begun: record.by === "runner" };
    case "keeper":
      return { ...story, keeper: record.identity };
    case "asks":
      return { ...story, asks: record.turn };
    case "permit":
      return { ...story, asks: null, permitUntil: record.until, permitTurn: record.turn };
    case "spawning":
      return { ...story, asks: null, begun: true };
    case "withheld":
      return { ...story, begun: record.turn > 0 };
    case "child":
      return { ...story, child: record.identity };
    case "end":
      return { ...story, end: story.end ?? record.end };
    case "told":
      return { ...story, told: true };
  }
}

/** Folds a journal from its beginning. */
export function jobStory(records: readonly JournalRecord[]): JobStory {
  return records.reduce(tell, BLANK);
}
