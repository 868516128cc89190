import type { Batch } from "./followed-release";

export type MergedBatches = {
  take: (batch: Batch) => void;
  /** Pushes what waits now: whoever comes in is told of it in another way, and must not get it twice or before its time. */
  flush: () => void;
};

/**
 * Makes one push of all batches that came in the same moment, as they do when many people write: a frame costs far more than an event
 * in it. Nothing waits for longer than what is running now.
 */
export function mergeBatches(push: (batch: Batch) => void): MergedBatches {
  const waiting = new Map<string, Batch>();

  function flush(): void {
    const batches = [...waiting.values()];
    waiting.clear();
    for (const batch of batches) push(batch);
  }

  function take(batch: Batch): void {
    if (waiting.size === 0) queueMicrotask(flush);
    const before = waiting.get(batch.releaseId);
    waiting.set(
      batch.releaseId,
      before === undefined ? batch : { ...batch, from: before.from, events: [...before.events, ...batch.events] },
    );
  }

  return { take, flush };
}
