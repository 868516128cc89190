import { resolve } from "node:path";
import { bundle, root } from "../build/bundle.mjs";

/** The environment in which Prisma's CLI downloads nothing and asks nobody: our schema engine, no update check. */
export async function prismaEnvironment(extra: Record<string, string> = {}): Promise<NodeJS.ProcessEnv> {
  const engine = resolve(root, ".cache/run/schema-engine.mjs");
  await bundle({
    entry: resolve(root, "scripts/prisma/schema-engine/main.ts"),
    outfile: engine,
    banner: "#!/usr/bin/env node",
  });
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...extra,
  };
}

export const prismaCli = resolve(root, "node_modules/prisma/build/index.js");
