import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Folders at the top that are no part of what is built. */
const outside = new Set(["node_modules", "data", "dist", "docs", "e2e", "bench", "test-results", "playwright-report"]);

/** Whether a change of this file asks for a new build (`path` from the repository's root, with slashes). */
export function isBuildInput(path: string): boolean {
  const [top = ""] = path.split("/");
  if (top.startsWith(".") || outside.has(top)) return false;
  if (path.startsWith("lib/adapters/postgres/generated/") || path.startsWith("prisma/migrations/")) return false;
  if (path === "next-env.d.ts" || path.endsWith(".tsbuildinfo")) return false;
  if (/\.test\.tsx?$/.test(path)) return false;
  if (top === "scripts") return path.startsWith("scripts/build/") || path.startsWith("scripts/runner/");
  return !(path === top && /\.(md|log)$/.test(path));
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = relative(root, path).replaceAll("\\", "/");
    if (entry.isDirectory()) {
      if (isBuildInput(`${name}/x`)) yield* walk(root, path);
    } else if (entry.isFile() && isBuildInput(name)) {
      yield name;
    }
  }
}

/** One hash over the names and bytes of everything that is built. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const name of walk(root, root)) {
    hash.update(`${name}\0`).update(await readFile(join(root, name)));
  }
  return hash.digest("hex");
}
