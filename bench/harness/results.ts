import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { resolve } from "node:path";
import { root } from "../../scripts/build/bundle.mjs";
import { type Report, verdictOf } from "./figures";

const packages = ["next", "react", "socket.io", "ws", "pg", "@prisma/client"];

async function versionsOf(names: readonly string[]): Promise<Record<string, string>> {
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(resolve(root, "node_modules", name, "package.json"), "utf8");
      return [name, String(JSON.parse(text).version)] as const;
    }),
  );
  return { node: process.versions.node, ...Object.fromEntries(found) };
}

export type RunFacts = { startedAt: Date; loadBefore: number[]; isQuick: boolean; isPinned: boolean; postgres: string };

/** Keeps everything that was measured, with what is needed to judge it later. Returns the file. */
export async function writeResults(reports: readonly Report[], facts: RunFacts): Promise<string> {
  const { startedAt, loadBefore, ...how } = facts;
  const folder = resolve(root, "bench/results");
  await mkdir(folder, { recursive: true });
  const file = resolve(folder, `${startedAt.toISOString().slice(0, 19).replaceAll(":", "-")}.json`);
  const results = {
    startedAt: startedAt.toISOString(),
    tookSec: Math.round((Date.now() - startedAt.getTime()) / 1_000),
    ...how,
    machine: { cores: cpus().length, processor: cpus()[0]?.model ?? "?", memoryGb: Math.round(totalmem() / 1e9) },
    load: { before: loadBefore, after: loadavg() },
    versions: await versionsOf(packages),
    reports: reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) => ({ ...figure, verdict: verdictOf(report, figure) })),
    })),
  };
  await writeFile(file, `${JSON.stringify(results, null, 1)}\n`);
  return file;
}
