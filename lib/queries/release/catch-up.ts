import type { Plan } from "@/lib/domain/plan/plan";
import { applyEvents, type EventBatch, type LiveView } from "./apply-events";
import { type EventPage, pageSize } from "./fetch-events";

type Parts = {
  plan: Plan;
  read: () => LiveView;
  write: (view: LiveView) => void;
  fetchPage: (after: number) => Promise<EventPage>;
  wait: (ms: number) => Promise<void>;
};

/** Keeps one view equal to the log: takes what is pushed, and fetches what is missing, one fetch at a time. */
export type CatchUp = {
  /** A batch from the socket. */
  take: (batch: EventBatch) => void;
  /** Something is or may be missing: fetch until the end of the log. Settles when that has been reached or given up. */
  fill: () => Promise<void>;
  /** The server lives: try again what was given up. */
  nudge: () => void;
  stop: () => void;
};

const retryMs = [300, 700, 1_500, 3_000];

export function createCatchUp({ plan, read, write, fetchPage, wait }: Parts): CatchUp {
  let running: Promise<void> | null = null;
  let [askedAgain, stopped, isWhole] = [false, false, true];

  function take(batch: EventBatch): void {
    const { outcome, view } = applyEvents(plan, read(), batch);
    if (outcome === "applied") write(view);
    if (outcome === "gap") void fill();
  }

  /** Whether the end of the log was reached. */
  async function fetchToTheEnd(): Promise<boolean> {
    let failures = 0;
    while (!stopped) {
      const page = await fetchPage(read().state.seq).catch(() => null);
      if (page === null) {
        const pauseMs = retryMs[failures];
        if (pauseMs === undefined) return false;
        failures += 1;
        await wait(pauseMs);
        continue;
      }
      const { outcome, view } = applyEvents(plan, read(), page);
      if (outcome === "applied") write(view);
      // A page that does not follow was overtaken by a push while it was under way: ask from where we are now.
      if (outcome !== "gap" && page.events.length < pageSize) return true;
    }
    return false;
  }

  function fill(): Promise<void> {
    askedAgain = true;
    running ??= untilNobodyAsks();
    return running;
  }

  /** Ends in the very moment in which nobody asks any more: a question that comes then starts the next. */
  async function untilNobodyAsks(): Promise<void> {
    try {
      do {
        askedAgain = false;
        isWhole = await fetchToTheEnd();
      } while (askedAgain && !stopped);
    } finally {
      running = null;
    }
  }

  return {
    take,
    fill,
    nudge: () => {
      if (!isWhole && running === null) void fill();
    },
    stop: () => {
      stopped = true;
    },
  };
}
