import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { createReleaseFeed } from "./release-feed";

const actor = { kind: "system", name: "test" } as const;

function event(seq: number): ReleaseEvent {
  return {
    releaseId: "r1",
    seq,
    actor,
    at: seq,
    releaseAt: seq,
    epoch: 0,
    type: "note.added",
    payload: { text: `${seq}` },
  };
}

function range(from: number, to: number): ReleaseEvent[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => event(from + index));
}

/** A database that holds events 1..last, and what the feed pushed. */
function feedOver(first: number) {
  const database = { last: first, reads: 0, isDown: false };
  const pushed: number[] = [];
  const heads: string[] = [];
  const feed = createReleaseFeed({
    readAfter: async ({ after, limit }) => {
      database.reads += 1;
      if (database.isDown) throw new Error("down");
      const events = range(after + 1, Math.min(database.last, after + limit));
      return { events, head: `hash ${events.at(-1)?.seq}` };
    },
    readHeads: async (ids) => {
      if (database.isDown) throw new Error("down");
      return ids
        .filter((id) => id === "r1")
        .map((id) => ({ releaseId: id, seq: database.last, head: `hash ${database.last}` }));
    },
    onBatch: ({ events, from, head }) => {
      expect(events[0]?.seq).toBe(from);
      pushed.push(...events.map(({ seq }) => seq));
      heads.push(head);
    },
  });
  const announce = (from: number, seq: number, isWhole = true) => {
    database.last = Math.max(database.last, seq);
    feed.notice({ release: "r1", from, seq, head: `hash ${seq}`, ...(isWhole ? { events: range(from, seq) } : {}) });
  };
  return { feed, database, pushed, heads, announce };
}

const numbers = (from: number, to: number) => range(from, to).map(({ seq }) => seq);

test("what was committed here is pushed at once, and once: its announcement says nothing new", async () => {
  const { feed, database, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  const before = database.reads;
  feed.committedHere({ events: range(4, 5), head: "hash 5" });
  expect(pushed).toEqual([4, 5]);
  announce(4, 5);
  expect(pushed).toEqual([4, 5]);
  expect(database.reads).toBe(before);
});

test("what was committed here over what is not known yet waits for the announcements, and nothing is read for it", async () => {
  const { feed, database, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  const before = database.reads;
  feed.committedHere({ events: range(5, 5), head: "hash 5" });
  expect(pushed).toEqual([]);
  announce(4, 4);
  announce(5, 5);
  expect(pushed).toEqual([4, 5]);
  expect(database.reads).toBe(before);
});

test("a release that is not there cannot be followed", async () => {
  const { feed } = feedOver(3);
  expect(await feed.follow("r2")).toBe(false);
  expect(feed.since("r2", 0)).toBeNull();
});

test("what follows directly is pushed without asking the database", async () => {
  const { feed, database, pushed, heads, announce } = feedOver(3);
  await feed.follow("r1");
  const before = database.reads;
  announce(4, 5);
  announce(6, 6);
  expect(pushed).toEqual([4, 5, 6]);
  expect(heads).toEqual(["hash 5", "hash 6"]);
  expect(database.reads).toBe(before);
});

test("an announcement that comes twice, or late, is pushed once", async () => {
  const { feed, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  announce(4, 5);
  announce(4, 5);
  announce(5, 6);
  expect(pushed).toEqual([4, 5, 6]);
});

test("an announcement without its events makes the feed read them", async () => {
  const { feed, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  announce(4, 9, false);
  await feed.checkAll();
  expect(pushed).toEqual(numbers(4, 9));
});

test("a hole is read before anything behind it is pushed", async () => {
  const { feed, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  announce(6, 7);
  await feed.checkAll();
  expect(pushed).toEqual(numbers(4, 7));
});

test("what no announcement told is found by looking", async () => {
  const { feed, database, pushed } = feedOver(3);
  await feed.follow("r1");
  database.last = 1_600;
  await feed.checkAll();
  expect(pushed).toEqual(numbers(4, 1_600));
});

test("a database that is away loses nothing: the next look fills it", async () => {
  const { feed, database, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  database.isDown = true;
  announce(5, 6);
  await expect(feed.checkAll()).rejects.toThrow("down");
  database.isDown = false;
  await feed.checkAll();
  expect(pushed).toEqual(numbers(4, 6));
});

test("whoever joins gets what he lacks from memory, or is told to fetch when it is too much", async () => {
  const { feed, announce } = feedOver(900);
  await feed.follow("r1");
  announce(901, 902);
  expect(feed.since("r1", 899)).toEqual({ events: range(900, 902), seq: 902, head: "hash 902" });
  expect(feed.since("r1", 902)).toEqual({ events: [], seq: 902, head: "hash 902" });
  expect(feed.since("r1", 10)).toEqual({ events: [], seq: 902, head: "hash 902" });
});

test("what is not watched is not read", async () => {
  const { feed, database, pushed, announce } = feedOver(3);
  await feed.follow("r1");
  feed.unfollow("r1");
  const before = database.reads;
  announce(4, 5, false);
  await feed.checkAll();
  expect(database.reads).toBe(before);
  expect(pushed).toEqual([]);
});

test("in whatever order announcements come, and whichever are lost, every event is pushed once and in order", async () => {
  const last = 30;
  const way = fc.constantFrom("whole", "bare", "here");
  const announcements = fc.array(
    fc.record({ from: fc.integer({ min: 2, max: last }), more: fc.integer({ min: 0, max: 5 }), way }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(announcements, async (list) => {
      const { feed, database, pushed, announce } = feedOver(1);
      await feed.follow("r1");
      for (const { from, more, way } of list) {
        const seq = Math.min(last, from + more);
        if (way === "here") feed.committedHere({ events: range(from, seq), head: `hash ${seq}` });
        else announce(from, seq, way === "whole");
      }
      database.last = last;
      await feed.checkAll();
      expect(pushed).toEqual(numbers(2, last));
    }),
    { numRuns: 100 },
  );
});
