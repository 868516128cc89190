import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { MAX_NOTIFICATION_BYTES, RELEASE_CHANNEL, readNotification } from "@/lib/contracts/notification";
import { evolve } from "@/lib/domain/release/evolve";
import { nextPlace, stampEvents } from "@/lib/domain/release/stamp";
import type { ReleaseState } from "@/lib/domain/release/state";
import { openTestStand, startRehearsal, type TestStand } from "@/lib/server/test-stand";
import { chainEvents } from "@/lib/services/release/chain-events";
import { releaseLog } from "./release-log";

let stand: TestStand;
let listener: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
  listener = new pg.Client({ connectionString: stand.database.appUrl });
  await listener.connect();
  listener.on("notification", ({ payload = "" }) => heard.push(payload));
  await listener.query(`LISTEN ${RELEASE_CHANNEL}`);
});
afterAll(async () => {
  await listener.end();
  await stand.close();
});

test("whoever listens hears every append, in the order of the log, with its events while they fit", async () => {
  const desk = await startRehearsal(stand);
  const big = "字".repeat(3_000); // 9,000 bytes in UTF-8, but only 3,000 characters
  await Promise.all(
    Array.from({ length: 60 }, (_, n) => {
      const { services } = stand.instances[n % 2] ?? stand;
      const command = { type: "note.add", text: n % 3 === 0 ? big : `note ${n}` } as const;
      return services.submitCommand({ releaseId: desk.releaseId, key: `n${n}`, command, actor: stand.planner });
    }),
  );
  const mine = () =>
    heard.flatMap((payload) => readNotification(payload) ?? []).filter(({ release }) => release === desk.releaseId);
  await vi.waitFor(() => expect(mine()).toHaveLength(61), { timeout: 10_000 });
  expect(mine().map(({ from, seq }) => [from, seq])).toEqual(Array.from({ length: 61 }, (_, n) => [n + 1, n + 1]));
  for (const payload of heard) expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(MAX_NOTIFICATION_BYTES);
  const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 100 });
  for (const { seq, head, events: told } of mine()) {
    const event = events[seq - 1];
    expect(head).toBe(event?.hash);
    const text = event?.type === "note.added" ? event.payload.text : "";
    if (text === big) expect(told).toBeUndefined();
    else expect(told).toEqual([expect.objectContaining({ seq, type: event?.type, payload: event?.payload })]);
  }
});

test("nothing is written before the instant that it depends on has come by the database's own clock", async () => {
  const desk = await startRehearsal(stand);
  const pool = stand.instances[0]?.pools.pools.ordinary;
  if (pool === undefined) throw new Error("no instance");
  const log = releaseLog(pool);
  const { release } = await log.load(desk.releaseId, { actor: "planner", key: "none" });
  if (release === null) throw new Error("no release");
  const now = await stand.services.now();
  const actor = { kind: "system", name: "test" } as const;
  const draft = { type: "note.added", payload: { text: "the soak is over" }, actor } as const;
  const events = chainEvents(sha256Hasher, release.head, stampEvents([draft], nextPlace(release.state, now)));
  const command = { actor: "planner", key: "early", bodyHash: "", answer: { seq: 2, events: [] } };
  const state = events.reduce((before: ReleaseState, event) => evolve(desk.plan, before, event), release.state);
  const write = (notBefore: number | null) =>
    log.append({ expectedSeq: release.seq, state, events, command, timers: null, notBefore });
  // Well within what two clocks may differ by: only the bound itself can refuse it.
  expect(await write(now + 1_900)).toBe("skewed");
  expect(await desk.seq()).toBe(1);
  expect(await write(now - 1_900)).toBe("appended");
});

test("the hot statements are prepared once a connection and then only named", async () => {
  const desk = await startRehearsal(stand);
  const [instance] = stand.instances;
  const connection = await instance?.pools.pools.ordinary.connect();
  if (connection === undefined) throw new Error("no instance");
  await releaseLog(connection).load(desk.releaseId, { actor: "planner", key: "none" });
  await releaseLog(connection).load(desk.releaseId, { actor: "planner", key: "none" });
  const { rows } = await connection.query("SELECT name FROM pg_prepared_statements WHERE name = 'load'");
  connection.release();
  expect(rows).toEqual([{ name: "load" }]);
});
