#!/usr/bin/env node
// Runs a TypeScript file of this repository: node scripts/run-ts.mjs <file.ts> [arguments …]
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, endBundler, root } from "./build/bundle.mjs";

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error("Say which file to run: node scripts/run-ts.mjs <file.ts> [arguments …]");
  process.exit(2);
}
const entry = resolve(file);
const name = relative(root, entry)
  .replace(/\.tsx?$/, "")
  .replace(/[^a-z0-9]+/gi, "-");
const outfile = resolve(root, ".cache/run", `${name}.mjs`);
await bundle({ entry, outfile });
await endBundler();
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], entry, ...rest];
await import(pathToFileURL(outfile).href);
