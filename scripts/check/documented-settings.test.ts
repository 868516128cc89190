import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What runs as the product or its command line; tests, benchmarks and the runner on its own host have settings of their own. */
const FOLDERS = ["lib", "scripts/start", "scripts/cli"];

async function settingsOf(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8");
  return text.match(/\bHOLDPOINT_[A-Z_]+[A-Z]\b/g) ?? [];
}

async function settingsRead(): Promise<Set<string>> {
  const files = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => join(folder, file))),
  );
  const sources = files
    .flat()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$|\/fixtures\/|^lib\/runner\//.test(file));
  return new Set((await Promise.all(sources.map(settingsOf))).flat());
}

test.each(["README.md", "README.zh-CN.md"])(
  "%s names every setting that the product reads, and no other",
  async (file) => {
    const read = await settingsRead();
    expect(read.size).toBeGreaterThan(10);
    expect([...new Set(await settingsOf(file))].toSorted()).toEqual([...read].toSorted());
  },
);
