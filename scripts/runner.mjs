// npm run runner: the built runner where it is as new as its sources, else made on the spot. What is loaded first an old Node must be able to read.
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(root, "dist/runner.mjs");

/** When the newest file below a folder was changed; 0 where there is none. */
function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath ?? file.path, file.name)).mtimeMs));
}

function isBuilt() {
  if (!existsSync(built)) return false;
  const sources = ["lib/runner", "lib/adapters", "lib/contracts", "lib/analysis", "lib/domain", "scripts/runner"];
  const { mtimeMs } = statSync(built);
  return sources.every((folder) => newestIn(join(root, folder)) <= mtimeMs);
}

if (isBuilt()) await import(pathToFileURL(built).href);
else {
  process.argv.splice(2, 0, join(root, "scripts/runner/main.ts"));
  await import("./run-ts.mjs");
}
