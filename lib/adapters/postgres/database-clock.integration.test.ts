import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStand, type TestStand } from "@/lib/server/test-stand";
import { databaseClock } from "./database-clock";
import type { PrismaClient } from "./generated/client";

let stand: TestStand;
let client: PrismaClient;

beforeAll(async () => {
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  client = instance.pools.client;
});
afterAll(() => stand.close());

async function databaseNow(): Promise<number> {
  const rows = await client.$queryRaw<
    { at: number }[]
  >`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at`;
  return rows[0]?.at ?? 0;
}

test("the clock lies between two readings of the database's own", async () => {
  const clock = databaseClock(client);
  await clock.read();
  const before = await databaseNow();
  const read = await clock.read();
  const after = await databaseNow();
  // Half a round trip is the error that a measurement may have.
  expect(read).toBeGreaterThanOrEqual(Math.floor(before) - 500);
  expect(read).toBeLessThanOrEqual(after + 500);
});

test("a process whose own clock stood still for an hour reads the right time again", async () => {
  let monotonic = 1_000_000;
  const clock = databaseClock(client, () => monotonic);
  await clock.read();
  monotonic += 3_600_000; // the process's clock says an hour went by; the database's did not move
  const read = await clock.read();
  expect(Math.abs(read - (await databaseNow()))).toBeLessThan(60_000);
});

test("time that the host's wall clock jumps by does not count", async () => {
  const clock = databaseClock(client);
  const first = await clock.read();
  const original = Date.now;
  Date.now = () => original() + 90_000;
  try {
    expect((await clock.read()) - first).toBeLessThan(60_000);
  } finally {
    Date.now = original;
  }
});
