import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../build/bundle.mjs";
import { say } from "../start/progress";
import { routeScripts } from "./route-scripts";

/** Gzipped JavaScript that a page may cost, in kB (1,000 bytes), with everything its layouts bring. */
const budgets = [
  { name: "wall", route: /^wall\//, limitKb: 165 },
  { name: "console", route: /^\(console\)\//, limitKb: 250 },
];

const suffix = "/page_client-reference-manifest.js";
const build = resolve(root, ".next");

async function gzippedKb(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(build, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Weighs the pages that have a budget; a page over it, or a budget without a page, fails. */
export async function checkBundleBudget(): Promise<void> {
  const buildManifest: unknown = JSON.parse(await readFile(join(build, "build-manifest.json"), "utf8"));
  const pages = (await readdir(join(build, "server/app"), { recursive: true }))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(suffix));
  const complaints: string[] = [];
  for (const { name, route, limitKb } of budgets) {
    const measured = pages.filter((page) => route.test(page));
    if (measured.length === 0) complaints.push(`no page of the ${name} was built`);
    for (const page of measured) {
      const script = await readFile(join(build, "server/app", page), "utf8");
      const size = await gzippedKb(routeScripts(buildManifest, script));
      const shown = `/${page.slice(0, -suffix.length)}: ${size.toFixed(0)} kB of JavaScript (at most ${limitKb})`;
      say("", shown);
      if (size > limitKb) complaints.push(shown);
    }
  }
  if (complaints.length > 0) throw new Error(`The pages cost too much:\n${complaints.join("\n")}`);
}
