import { expect, test } from "vitest";
import type { Watcher } from "@/lib/contracts/live";
import { MAX_NOTIFICATION_BYTES } from "@/lib/contracts/notification";
import { readPresence, writePresence } from "./messages";

function crowd(size: number): Watcher[] {
  return Array.from({ length: size }, (_, n) => ({
    person: `person-${n}`,
    name: `值班工程师 ${n}`,
    screen: "console",
  }));
}

test("who is watching is told whole while it fits", () => {
  const notice = { instance: "a", releaseId: "r", watchers: crowd(20) };
  expect(readPresence(writePresence(notice))).toEqual(notice);
});

test("of a crowd only so many are told as one notification can carry", () => {
  const notice = { instance: "a", releaseId: "r", watchers: crowd(1_000) };
  const line = writePresence(notice);
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_NOTIFICATION_BYTES);
  const told = readPresence(line)?.watchers ?? [];
  expect(told.length).toBeGreaterThan(50);
  expect(told).toEqual(notice.watchers.slice(0, told.length));
});
