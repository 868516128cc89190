import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { bundle, root } from "./bundle.mjs";

/** What runs outside Next: the server itself, the runner for other hosts, and every `*.worker.ts` of lib under its own name. */
async function serverEntries(): Promise<{ entry: string; outfile: string }[]> {
  const files = await readdir(resolve(root, "lib"), { recursive: true });
  const workers = files.filter((file) => file.endsWith(".worker.ts"));
  return [
    { entry: "lib/server/main.ts", outfile: "dist/server.mjs" },
    { entry: "scripts/runner/main.ts", outfile: "dist/runner.mjs" },
    ...workers.map((file) => ({
      entry: join("lib", file),
      outfile: `dist/${basename(file, ".ts")}.mjs`,
    })),
  ].map(({ entry, outfile }) => ({ entry: resolve(root, entry), outfile: resolve(root, outfile) }));
}

export async function bundleServer(): Promise<void> {
  await Promise.all((await serverEntries()).map(bundle));
}
