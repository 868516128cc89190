import fc from "fast-check";
import { expect, test } from "vitest";
import type { LiveView } from "./apply-events";
import { createCatchUp } from "./catch-up";
import { type EventPage, pageSize } from "./fetch-events";
import { smallEvents, smallPlan, viewAt } from "./small-release";

function screenAt(seq: number, fetchPage: (after: number) => Promise<EventPage>) {
  let view: LiveView = viewAt(seq);
  const shown = [view.state.seq];
  const waits: number[] = [];
  const catchUp = createCatchUp({
    plan: smallPlan,
    read: () => view,
    write: (next) => {
      view = next;
      shown.push(next.state.seq);
    },
    fetchPage,
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  return { catchUp, shown, waits, seen: () => view };
}

function pageAfter(after: number, last: number): EventPage {
  const to = Math.min(last, after + pageSize);
  return { events: smallEvents(after + 1, to), seq: to, head: `hash ${to}` };
}

test("a gap is filled by fetching from the last event that is there", async () => {
  const asked: number[] = [];
  const screen = screenAt(2, async (after) => {
    asked.push(after);
    return pageAfter(after, 6);
  });
  screen.catchUp.take({ events: smallEvents(6, 6), head: "hash 6" });
  await screen.catchUp.fill();
  expect(asked[0]).toBe(2);
  expect(screen.seen()).toEqual(viewAt(6));
});

test("a long absence is fetched page by page until the end", async () => {
  const screen = screenAt(1, async (after) => pageAfter(after, 2 * pageSize + 7));
  await screen.catchUp.fill();
  expect(screen.seen().state.seq).toBe(2 * pageSize + 7);
});

test("what is pushed while a fetch is under way is neither lost nor shown twice", async () => {
  let release = (_: EventPage) => {};
  let isFirst = true;
  const screen = screenAt(3, (after) => {
    if (!isFirst) return Promise.resolve(pageAfter(after, 8));
    isFirst = false;
    return new Promise((done) => {
      release = done;
    });
  });
  const filled = screen.catchUp.fill();
  screen.catchUp.take({ events: smallEvents(4, 6), head: "hash 6" });
  screen.catchUp.take({ events: smallEvents(8, 8), head: "hash 8" });
  release(pageAfter(3, 5));
  await filled;
  expect(screen.seen()).toEqual(viewAt(8));
});

test("a server that does not answer is asked again after growing pauses, then let be until it gives a sign", async () => {
  let isUp = false;
  let asked = 0;
  const screen = screenAt(3, async (after) => {
    asked += 1;
    if (!isUp) throw new Error("gone");
    return pageAfter(after, 5);
  });
  await screen.catchUp.fill();
  expect(asked).toBe(5);
  expect(screen.waits).toEqual([300, 700, 1_500, 3_000]);
  expect(screen.seen()).toEqual(viewAt(3));
  isUp = true;
  screen.catchUp.nudge();
  await screen.catchUp.fill();
  expect(screen.seen()).toEqual(viewAt(5));
});

test("a sign of life asks for nothing when nothing is missing", async () => {
  let asked = 0;
  const screen = screenAt(3, async (after) => {
    asked += 1;
    return pageAfter(after, 3);
  });
  await screen.catchUp.fill();
  screen.catchUp.nudge();
  expect(asked).toBe(1);
});

test("whatever is lost, doubled or reordered on the way, the screen equals the log and never went back", async () => {
  const log = 40;
  const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: log }), fc.integer({ min: 0, max: 6 })), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(ranges, async (pushes) => {
      const screen = screenAt(1, async (after) => pageAfter(after, log));
      for (const [from, more] of pushes) {
        const to = Math.min(log, from + more);
        screen.catchUp.take({ events: smallEvents(from, to), head: `hash ${to}` });
      }
      await screen.catchUp.fill();
      expect(screen.seen()).toEqual(viewAt(log));
      expect(screen.shown).toEqual([...screen.shown].sort((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});
