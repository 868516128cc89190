import { appendFile, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LogCounter } from "./count-log";
import type { Generation } from "./render-include";
import { servedBy } from "./sides";

const known = { green: ["10.0.0.1:80"], blue: ["10.0.0.2:80", "[::1]:80"] };
const generation = (mark: string): Generation => ({
  ...{ share: 5, mark, at: 1_000, addresses: known },
  fence: { release: "r-1", startedAt: 1, epoch: 1 },
});
const line = (mark: string, side: "green" | "blue", version = "v1") =>
  `${mark} 1764000000.123 ${known[side][0]}|0.001|${version}\n`;

describe("who served a request in the end", () => {
  it.each([
    ["10.0.0.1:80", "0.002", "green"],
    ["10.0.0.1:80, 10.0.0.2:80", "-, 0.002", "blue"],
    ["10.0.0.1:80, 10.0.0.2:80", "0.001, 0.002", "blue"],
    ["10.0.0.2:80, 10.0.0.1:80", "-, -", "nobody"],
    ["10.0.0.9:80 : 10.0.0.1:80", "0.001 : 0.001", "green"],
    ["[::1]:80", "0.001", "blue"],
    ["10.0.0.9:80", "0.001", "other"],
    ["shop", "-", "nobody"],
  ])("of %s after %s is %s", (addresses, times, served) => {
    expect(servedBy(addresses, times, known)).toBe(served);
  });
});

describe("the proxy's record", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "holdpoint-log-"));
    file = join(folder, "shop.log");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("is counted on from where it was read, by lines of this generation alone", async () => {
    await writeFile(file, `${line("a", "green")}${line("b", "blue")}b 17640000`);
    const counter = new LogCounter(file);
    expect((await counter.count(generation("b"))).tally.counts).toMatchObject({ green: 0, blue: 1 });
    await appendFile(file, "00.123 10.0.0.1:80|0.001|v1\nb 1764000000.200 -|-|-\nnonsense\n");
    const { tally } = await counter.count(generation("b"));
    expect(tally.counts).toEqual({ green: 1, blue: 1, nobody: 0, other: 0 });
    expect(tally.versions()).toEqual([
      { side: "blue", version: "v1", count: 1 },
      { side: "green", version: "v1", count: 1 },
    ]);
    expect((await counter.count(generation("c"))).tally.counts.green).toBe(0);
  });

  it("goes on counting when somebody turns the log over", async () => {
    await writeFile(file, line("a", "green"));
    const counter = new LogCounter(file);
    await counter.count(generation("a"));
    await rename(file, `${file}.1`);
    await writeFile(file, line("a", "green") + line("a", "blue"));
    expect((await counter.count(generation("a"))).tally.counts).toMatchObject({ green: 2, blue: 1 });
  });

  it("does not grow for ever, and its counts outlive it", async () => {
    await writeFile(file, line("a", "green").repeat(100));
    const counter = new LogCounter(file, { mayGrow: 1_000 });
    expect((await counter.count(generation("a"))).tally.counts.green).toBe(100);
    expect((await stat(file)).size).toBe(0);
    await appendFile(file, line("a", "blue"));
    expect((await counter.count(generation("a"))).tally.counts).toMatchObject({ green: 100, blue: 1 });
  });

  it("of somebody else is never emptied", async () => {
    const foreign = '192.0.2.7 - - [23/Nov/2026:02:51:00 +0800] "GET / HTTP/1.1" 200 12\n'.repeat(100);
    await writeFile(file, foreign);
    const counter = new LogCounter(file, { mayGrow: 1_000 });
    expect((await counter.count(generation("a"))).tally.counts).toMatchObject({
      green: 0,
      blue: 0,
      nobody: 0,
      other: 0,
    });
    expect((await stat(file)).size).toBe(foreign.length);
  });

  it("too long to be read from its beginning says since when it counts, also before the first request", async () => {
    await writeFile(file, line("old", "blue").repeat(100));
    const counter = new LogCounter(file, { catchUp: 1_000 });
    expect((await counter.count(generation("a"))).since).toBe(1_000);
    await appendFile(file, line("a", "blue"));
    expect((await counter.count(generation("a"))).since).toBe(1_764_000_000_123);
  });

  it("tells versions apart, a header that says nothing included, and no endless number of them", async () => {
    const many = Array.from({ length: 100 }, (_, n) => line("a", "green", `v${n}`)).join("");
    await writeFile(file, line("a", "blue", "-") + many);
    const versions = (await new LogCounter(file).count(generation("a"))).tally.versions();
    expect(versions[0]).toEqual({ side: "blue", version: null, count: 1 });
    expect(versions).toHaveLength(40);
  });
});
