import { expect, test, vi } from "vitest";
import { wholeOutput } from "./output-file";

const all = new Uint8Array(2_500_000).map((_, at) => at % 251);
const read = vi.fn(async ({ from, limit }: { from: number; limit: number }) => all.slice(from, from + limit));

test("a file is every byte that there was when it was asked for, and is not read before it is taken", async () => {
  const stream = wholeOutput(read, 2_400_000);
  expect(read).not.toHaveBeenCalled();
  const got = new Uint8Array(await new Response(stream).arrayBuffer());
  expect(Buffer.compare(got, all.subarray(0, 2_400_000))).toBe(0);
  expect(read).toHaveBeenCalledTimes(3);
});

test("a file of nothing is empty", async () => {
  expect((await new Response(wholeOutput(read, 0)).arrayBuffer()).byteLength).toBe(0);
});
