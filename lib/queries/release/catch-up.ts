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
  stop: () => void;
};

const retryMs = [300, 700, 1_500, 3_000];

export function createCatchUp({ plan, read, write, fetchPage, wait }: Parts): CatchUp {
  let running: Promise<void> | null = null;
  let askedAgain = false;
  let stopped = false;

  function take(batch: EventBatch): void {
    const { outcome, view } = applyEvents(plan, read(), batch);
    if (outcome === "applied") write(view);
    if (outcome === "gap") void fill();
  }

  async function fetchToTheEnd(): Promise<void> {
    for (let failures = 0; !stopped && failures <= retryMs.length; ) {
      const page = await fetchPage(read().state.seq).catch(() => null);
      if (page === null) {
        await wait(retryMs[failures] ?? 0);
        failures += 1;
        continue;
      }
      failures = 0;
      const { outcome, view } = applyEvents(plan, read(), page);
      if (outcome === "applied") write(view);
      // A page that does not follow was overtaken by a push while it was under way: ask from where we are now.
      if (outcome !== "gap" && page.events.length < pageSize) return;
    }
  }

  function fill(): Promise<void> {
    if (running !== null) {
      askedAgain = true;
      return running;
    }
    running = repeatedly().finally(() => {
      running = null;
    });
    return running;
  }

  async function repeatedly(): Promise<void> {
    do {
      askedAgain = false;
      await fetchToTheEnd();
    } while (askedAgain && !stopped);
  }

  return {
    take,
    fill,
    stop: () => {
      stopped = true;
    },
  };
}
