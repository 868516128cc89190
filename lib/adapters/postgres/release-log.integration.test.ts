import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { MAX_NOTIFICATION_BYTES, RELEASE_CHANNEL, readNotification } from "@/lib/contracts/notification";
import { openTestStand, startRehearsal, type TestStand } from "@/lib/server/test-stand";
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
