#!/usr/bin/env node
// The command line: holdpoint lint plan.md, holdpoint import plan.md --server https://…
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, endBundler, root } from "../scripts/build/bundle.mjs";

const outfile = resolve(root, ".cache/run/scripts-cli-main.mjs");
await bundle({ entry: resolve(root, "scripts/cli/main.ts"), outfile });
await endBundler();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
