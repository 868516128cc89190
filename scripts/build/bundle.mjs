// Node 20 runs no TypeScript: every entry of ours (server, scripts, the schema engine) goes through this one bundler.
import { randomUUID } from "node:crypto";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";

// Holds for this file and for its bundled copies alike: .cache/run lies as deep as scripts/build.
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Bundles one TypeScript entry (packages stay outside) into `outfile`, replacing it in a single step. */
export async function bundle({ entry, outfile, banner = "" }) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20.19",
    packages: "external",
    tsconfig: resolve(root, "tsconfig.json"),
    alias: { "@": root },
    jsx: "automatic",
    sourcemap: "inline",
    sourcesContent: false,
    banner: { js: banner },
    logLevel: "warning",
  });
  const code = result.outputFiles[0].contents;
  await mkdir(dirname(outfile), { recursive: true });
  // Two starts may bundle the same entry at once: neither may read the other's half-written file.
  const draft = `${outfile}.${randomUUID()}`;
  await writeFile(draft, code);
  await chmod(draft, 0o755);
  await rename(draft, outfile);
}

/** Ends the bundler's own process, which would otherwise sit beside a server for as long as that runs. */
export async function endBundler() {
  await stop();
}
