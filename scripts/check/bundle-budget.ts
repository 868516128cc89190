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

async function gzippedKb(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Every page of a build of Next (the product's own unless said) whose route matches, with its gzipped JavaScript in kB. */
export async function weighPages(route: RegExp, folder = build): Promise<{ page: string; kb: number }[]> {
  const buildManifest: unknown = JSON.parse(await readFile(join(folder, "build-manifest.json"), "utf8"));
  const files = await readdir(join(folder, "server/app"), { recursive: true });
  const pages = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(suffix) && route.test(file));
  return Promise.all(
    pages.map(async (file) => {
      const script = await readFile(join(folder, "server/app", file), "utf8");
      return { page: file.slice(0, -suffix.length), kb: await gzippedKb(folder, routeScripts(buildManifest, script)) };
    }),
  );
}

/** Weighs the pages that have a budget; a page over it, or a budget without a page, fails. */
export async function checkBundleBudget(): Promise<void> {
  const complaints: string[] = [];
  for (const { name, route, limitKb } of budgets) {
    const measured = await weighPages(route);
    if (measured.length === 0) complaints.push(`no page of the ${name} was built`);
    for (const { page, kb } of measured) {
      const shown = `/${page}: ${kb.toFixed(0)} kB of JavaScript (at most ${limitKb})`;
      say("", shown);
      if (kb > limitKb) complaints.push(shown);
    }
  }
  if (complaints.length > 0) throw new Error(`The pages cost too much:\n${complaints.join("\n")}`);
}
