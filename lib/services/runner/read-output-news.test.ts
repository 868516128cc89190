import { expect, test } from "vitest";
import { readOutputNews } from "./read-output-news";

function newsOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  const outputs = {
    append: async () => 0,
    size: async () => bytes.length,
    read: async (_: unknown, { from, limit }: { from: number; limit: number }) => bytes.slice(from, from + limit),
  };
  return readOutputNews({ outputs }, { releaseId: "r1", job: "job:1" });
}

const lines = async (text: string) => {
  const { line, shown } = await newsOf(text);
  return [line, shown];
};

const HEAD = "备份订单库\n$ mysqldump -h 10.0.0.7 shop\n$ gzip shop.sql\n\n";

test("who may see no commands sees nothing of an output's head, and from there on what others see", async () => {
  expect(await lines("备份")).toEqual(["备份", ""]);
  expect(await lines(HEAD.trimEnd())).toEqual(["$ gzip shop.sql", ""]);
  expect(await lines(HEAD)).toEqual(["$ gzip shop.sql", ""]);
  expect(await lines(`${HEAD}412 MB`)).toEqual(["412 MB", "412 MB"]);
  expect(await lines(`${HEAD}${"x\n".repeat(9_000)}end\n`)).toEqual(["end", "end"]);
  expect(await lines("v2 → 5 %\nnginx: set 5 %\n\n5 % · 40 ms\n")).toEqual(["5 % · 40 ms", "5 % · 40 ms"]);
});

test("a text out of a plan stands in the head as it is: where it ends nobody can tell, so nothing is shown", async () => {
  const script =
    "Dump\n# bash -euo pipefail; plan version 012345678901, approved by Li\nmysqldump shop\n\nrm -rf /tmp/x\n\n";
  expect(await lines(script)).toEqual(["rm -rf /tmp/x", ""]);
});
