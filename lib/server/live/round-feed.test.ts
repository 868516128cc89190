import { expect, test, vi } from "vitest";
import type { Round } from "@/lib/contracts/round";
import { createRoundFeed } from "./round-feed";

function roundAt(at: number): Round {
  const evidence = { roundAt: at, verdicts: {}, observedShare: null, wantedShare: 0, band: null, intervalMs: 15_000 };
  return { releaseId: "r1", evidence, readings: [], sources: [] };
}

test("what is told while a round is read is read once more, and not once for every telling", async () => {
  let newest = 1;
  const shown: number[] = [];
  const readRound = vi.fn(async () => roundAt(newest));
  const feed = createRoundFeed({
    isWatched: () => true,
    readRound,
    onRound: ({ evidence }) => shown.push(evidence.roundAt),
  });
  feed.hear("r1");
  newest = 2;
  feed.hear("r1");
  feed.hear("r1");
  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
  expect(readRound).toHaveBeenCalledTimes(2);
});

test("rounds of a release that nobody here looks at are not read", () => {
  const readRound = vi.fn(async () => null);
  createRoundFeed({ isWatched: () => false, readRound, onRound: () => undefined }).hear("r1");
  expect(readRound).not.toHaveBeenCalled();
});

test("a round that cannot be read does not keep the next one from being shown", async () => {
  const shown: number[] = [];
  const readRound = vi.fn<() => Promise<Round | null>>().mockRejectedValueOnce(new Error("away"));
  readRound.mockResolvedValue(roundAt(2));
  const feed = createRoundFeed({
    isWatched: () => true,
    readRound,
    onRound: ({ evidence }) => shown.push(evidence.roundAt),
  });
  feed.hear("r1");
  await vi.waitFor(() => {
    feed.hear("r1");
    expect(shown).toContain(2);
  });
});
