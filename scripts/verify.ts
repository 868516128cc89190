// npm run verify -- <release>: walks the release's log and names the first number whose hash does not hold.

import { resolve } from "node:path";
import { generateClient } from "./build/build-product";
import { bundle, root } from "./build/bundle.mjs";
import { openForInspection } from "./start/embedded-database";
import { readSettings } from "./start/settings";
import { runAloud } from "./test/run-aloud";

async function verify(): Promise<number> {
  const { databaseUrl, dataDir } = readSettings(process.env, root);
  const script = resolve(root, "dist/verify.mjs");
  await generateClient();
  await bundle({ entry: resolve(root, "lib/server/verify.ts"), outfile: script });
  const database =
    databaseUrl === undefined ? await openForInspection(dataDir) : { url: databaseUrl, close: async () => undefined };
  const args = ["--enable-source-maps", script, ...process.argv.slice(2)];
  return runAloud(process.execPath, args, { DATABASE_URL: database.url }).finally(database.close);
}

process.exitCode = await verify().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
