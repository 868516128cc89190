import { expect, test } from "vitest";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Batch } from "./followed-release";
import { mergeBatches } from "./merge-batches";

function batch(releaseId: string, from: number, to: number): Batch {
  const events = Array.from({ length: to - from + 1 }, (_, index): ReleaseEvent => {
    const seq = from + index;
    const actor = { kind: "system", name: "test" } as const;
    return { releaseId, seq, actor, at: seq, releaseAt: seq, epoch: 0, type: "note.added", payload: { text: "x" } };
  });
  return { releaseId, from, events, head: `hash ${to}` };
}

test("what comes in one moment is pushed once for each release, in order, with the last head", async () => {
  const pushed: Batch[] = [];
  const { take } = mergeBatches((whole) => pushed.push(whole));
  for (const part of [batch("a", 4, 5), batch("b", 9, 9), batch("a", 6, 6)]) take(part);
  expect(pushed).toEqual([]);
  await Promise.resolve();
  expect(pushed).toEqual([batch("a", 4, 6), batch("b", 9, 9)]);
});

test("what comes later is pushed by itself", async () => {
  const pushed: Batch[] = [];
  const { take } = mergeBatches((whole) => pushed.push(whole));
  take(batch("a", 1, 1));
  await Promise.resolve();
  take(batch("a", 2, 2));
  await Promise.resolve();
  expect(pushed).toEqual([batch("a", 1, 1), batch("a", 2, 2)]);
});

test("what waits is pushed before somebody comes in, and only then", async () => {
  const pushed: Batch[] = [];
  const { take, flush } = mergeBatches((whole) => pushed.push(whole));
  take(batch("a", 1, 2));
  flush();
  expect(pushed).toEqual([batch("a", 1, 2)]);
  await Promise.resolve();
  expect(pushed).toHaveLength(1);
});
