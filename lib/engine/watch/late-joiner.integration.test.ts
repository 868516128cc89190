import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openLive } from "@/lib/server/test-companion";
import { openTestStand, type TestStand } from "@/lib/server/test-stand";
import { createStub, type Instance, openInstance, watchedPlan } from "./fixtures/watched-night";

let stand: TestStand;

beforeAll(async () => {
  stand = await openTestStand();
});
afterAll(() => stand.close());

const eventually = (fact: () => Promise<void> | void) => vi.waitFor(fact, { timeout: 20_000, interval: 50 });

async function samplesOf({ store }: Instance, releaseId: string) {
  const all = await store.listSamples({ releaseId, from: 0, to: Number.MAX_SAFE_INTEGER, limit: 1_000 });
  return all.filter(({ series }) => series === "check:1.1|one");
}

test("who joins late sees the hour before the watch began, asked for once; after a takeover only what was missed is asked", async () => {
  const stub = createStub();
  stub.past = "0.5";
  const live = await openLive(stand, await stand.addPerson("boss"), watchedPlan());
  const first = openInstance(stand, 0, stub);
  await eventually(async () => expect((await samplesOf(first, live.releaseId)).length).toBeGreaterThan(200));
  const seeded = await samplesOf(first, live.releaseId);
  const [oldest] = seeded;
  // Every quarter of a minute of an hour, on the grid; the tail is measured, and what is measured is not marked.
  expect(oldest).toMatchObject({ value: 0.5, filled: true });
  expect((oldest?.at ?? 1) % 15_000).toBe(0);
  expect(seeded.filter(({ filled }) => filled === undefined).map(({ value }) => value)).toEqual([0]);
  expect(stub.ranges.map(({ query }) => query).toSorted()).toEqual(["p0", "p1", "required"]);
  // Nothing stands on the past: 0.5 passes as well, but the check has been measured once.
  const { memory } = await first.store.recall(live.releaseId);
  expect(memory).toMatchObject({ checks: { "check:1.1": { state: { run: { measurements: 1 } } } } });

  await first.watch.stop();
  const [instance] = stand.instances;
  const missedMs = 10 * 60_000;
  await instance?.pools.client.$executeRawUnsafe(
    // As the next round would have left it: the hour is filled. Then nobody looked for ten minutes.
    `UPDATE watch SET memory = jsonb_set(jsonb_set(memory::jsonb, '{gaps}', '[]'), '{sources,stub,lastGoodAt}',
       to_jsonb((memory -> 'sources' -> 'stub' ->> 'lastGoodAt')::float8 - ${missedMs}))::json WHERE "releaseId" = $1`,
    live.releaseId,
  );
  stub.ranges = [];
  const second = openInstance(stand, 0, stub);
  await eventually(() => expect(stub.ranges).toHaveLength(3));
  const [asked] = stub.ranges;
  expect((asked?.to ?? 0) - (asked?.from ?? 0)).toBeLessThan(missedMs + 60_000);
  await second.watch.stop();
});

test("a source that will not tell its past is asked a few times, and watched all the same", async () => {
  const stub = createStub();
  const live = await openLive(stand, await stand.addPerson("boss 2"), watchedPlan());
  const own = openInstance(stand, 0, stub);
  await eventually(async () => expect((await samplesOf(own, live.releaseId)).length).toBe(1));
  await eventually(() => expect(stub.ranges.length).toBeGreaterThan(0));
  expect((await samplesOf(own, live.releaseId)).every(({ filled }) => filled === undefined)).toBe(true);
  await own.watch.stop();
});
