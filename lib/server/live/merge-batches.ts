import type { Batch } from "./followed-release";

/**
 * Makes one push of all batches that came in the same moment, as they do when many people write: a frame costs far more than an event
 * in it. Nothing waits for longer than what is running now.
 */
export function mergeBatches(push: (batch: Batch) => void): (batch: Batch) => void {
  const waiting = new Map<string, Batch>();

  function flush(): void {
    const batches = [...waiting.values()];
    waiting.clear();
    for (const batch of batches) push(batch);
  }

  return (batch) => {
    if (waiting.size === 0) queueMicrotask(flush);
    const before = waiting.get(batch.releaseId);
    waiting.set(
      batch.releaseId,
      before === undefined ? batch : { ...batch, from: before.from, events: [...before.events, ...batch.events] },
    );
  };
}
