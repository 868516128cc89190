import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { root } from "../build/bundle.mjs";
import { runQuietly } from "../start/run-quietly";
import { judgeSizes } from "./judge-sizes";
import { findKnownBadVersions } from "./known-bad-versions";
import { measureSource } from "./measure-source";
import { missingPlatformPackages } from "./platform-packages";
import { holds, type Step } from "./run-step";

const sourceFolders = ["app", "bench", "components", "e2e", "lib", "scripts"].filter((name) =>
  existsSync(resolve(root, name)),
);

function tool(path: string, args: readonly string[], failure: string): Promise<string> {
  return runQuietly(process.execPath, [resolve(root, "node_modules", path), ...args], { failure });
}

async function checkTypes(): Promise<void> {
  // Next writes the types of routes and style sheets; on a fresh clone they are not there yet.
  await tool("next/dist/bin/next", ["typegen"], "The types of the routes could not be made");
  await tool("typescript/bin/tsc", ["--noEmit"], "The types do not fit");
}

/** With a TypeScript that it does not know, dependency-cruiser sees nothing and reports success. */
async function checkLayers(): Promise<void> {
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "err", ...sourceFolders];
  const said = await tool("dependency-cruiser/bin/dependency-cruise.mjs", args, "An import crosses the layers");
  const seen = Number(/\((\d+) modules/.exec(said)?.[1] ?? 0);
  const written = (await sourceFiles()).length;
  if (seen < written) throw new Error(`The layers were checked in ${seen} modules, but ${written} are written.`);
}

async function sourceFiles(): Promise<string[]> {
  const found = await Promise.all(
    sourceFolders.map(async (folder) => {
      const files = await readdir(resolve(root, folder), { recursive: true });
      return files.map((file) => join(folder, file).replaceAll("\\", "/"));
    }),
  );
  return found.flat().filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));
}

async function checkSizes(): Promise<void> {
  const files = await sourceFiles();
  const measured = await Promise.all(
    files.map(async (path) => ({ path, ...measureSource(path, await readFile(resolve(root, path), "utf8")) })),
  );
  const complaints = judgeSizes(measured);
  if (complaints.length > 0) throw new Error(`Too much in one place:\n${complaints.join("\n")}`);
}

async function checkVersions(): Promise<void> {
  const lock = JSON.parse(await readFile(resolve(root, "package-lock.json"), "utf8"));
  const bad = findKnownBadVersions(lock);
  if (bad.length > 0) throw new Error(`Versions with known holes:\n${bad.join("\n")}`);
  const missing = Object.keys(missingPlatformPackages(lock));
  if (missing.length > 0) {
    throw new Error(
      `package-lock.json names no package for other machines (${missing.length} missing): node scripts/run-ts.mjs scripts/complete-lockfile.ts`,
    );
  }
}

/** What can be said about the sources without running them, fastest first. */
export const staticChecks: Step[] = [
  holds("versions", checkVersions),
  holds("sizes", checkSizes),
  holds("format and lint", () => tool("@biomejs/biome/bin/biome", ["ci", "--colors=off", "."], "Format or lint")),
  holds("layers", checkLayers),
  holds("dead code", () => tool("knip/bin/knip.js", [], "Something is not used")),
  holds("types", checkTypes),
];
