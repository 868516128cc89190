import { expect, test, vi } from "vitest";
import type { OutputTold } from "@/lib/contracts/job-output";
import { createOutputFeed } from "./output-feed";

const news = (size: number): OutputTold => ({ releaseId: "r1", job: "job:1", size, line: `${size}`, shown: "" });

test("what is written while a screen reads is told once more, after the pause, and not once for every piece", async () => {
  let written = 1;
  const shown: number[] = [];
  const pauses: (() => void)[] = [];
  const readNews = vi.fn(async () => news(written));
  const feed = createOutputFeed({
    isWatched: () => true,
    readNews,
    onNews: ({ size }) => shown.push(size),
    pause: () => new Promise((done) => pauses.push(done)),
  });
  feed.hear("r1 job:1");
  await vi.waitFor(() => expect(pauses).toHaveLength(1));
  for (written = 2; written < 9; written += 1) feed.hear("r1 job:1");
  expect(shown).toEqual([1]);
  pauses[0]?.();
  await vi.waitFor(() => expect(shown).toEqual([1, 9]));
  expect(readNews).toHaveBeenCalledTimes(2);
});

test("output that nobody looks at, and what is no announcement, is not read", () => {
  const readNews = vi.fn(async () => news(1));
  const parts = { readNews, onNews: () => undefined, pause: async () => undefined };
  createOutputFeed({ ...parts, isWatched: () => false }).hear("r1 job:1");
  const open = createOutputFeed({ ...parts, isWatched: () => true });
  for (const payload of ["", "r1", "r1 job:x", "r1 job:1 more"]) open.hear(payload);
  expect(readNews).not.toHaveBeenCalled();
});

test("output that cannot be read does not keep the next word from being told", async () => {
  const shown: number[] = [];
  const readNews = vi.fn<() => Promise<OutputTold>>().mockRejectedValueOnce(new Error("away"));
  readNews.mockResolvedValue(news(2));
  const feed = createOutputFeed({
    isWatched: () => true,
    readNews,
    onNews: ({ size }) => shown.push(size),
    pause: async () => undefined,
  });
  feed.hear("r1 job:1");
  await vi.waitFor(() => {
    feed.hear("r1 job:1");
    expect(shown).toContain(2);
  });
});
