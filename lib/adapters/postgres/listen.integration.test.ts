import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { listenToPostgres, type PostgresListener } from "./listen";

let database: TestDatabase;
let listener: PostgresListener;
const heard: string[] = [];
const isListening = vi.fn();

beforeAll(async () => {
  database = await createTestDatabase();
  listener = listenToPostgres({
    url: database.appUrl,
    channels: ["said"],
    onNotification: (_channel, payload) => heard.push(payload),
    onListening: isListening,
    onLost: () => undefined,
  });
  await vi.waitFor(() => expect(isListening).toHaveBeenCalled());
});
afterAll(async () => {
  await listener.stop();
  await database.drop();
});

test("questions asked at once are put one after another, as the driver wants them", async () => {
  const warnings: string[] = [];
  const onWarning = ({ message }: Error) => warnings.push(message);
  process.on("warning", onWarning);
  const words = Array.from({ length: 20 }, (_, n) => `word ${n}`);
  await Promise.all(words.flatMap((word) => [listener.announce("said", word), listener.readHeads([])]));
  await vi.waitFor(() => expect(heard).toEqual(words));
  process.off("warning", onWarning);
  expect(warnings).toEqual([]);
});

test("a question that fails keeps no later one from being asked", async () => {
  await expect(listener.announce("said", "x".repeat(9_000))).rejects.toThrow(/too long/);
  await vi.waitFor(() => listener.announce("said", "the last word"), { timeout: 10_000, interval: 50 });
  await vi.waitFor(() => expect(heard.at(-1)).toBe("the last word"));
});
