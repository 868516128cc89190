// npm run verify -- <release>: walks the release's log and names the first number whose hash does not hold.

import { resolve } from "node:path";
import { generateClient } from "./build/build-product";
import { bundle, root } from "./build/bundle.mjs";
import { openForInspection } from "./start/embedded-database";
import { readSettings } from "./start/settings";
import { runAloud } from "./test/run-aloud";

const settings = readSettings(process.env, root);
const script = resolve(root, "dist/verify.mjs");
await generateClient();
await bundle({ entry: resolve(root, "lib/server/verify.ts"), outfile: script });
const database =
  settings.databaseUrl === undefined
    ? await openForInspection(settings.dataDir)
    : { url: settings.databaseUrl, close: async () => undefined };
try {
  process.exitCode = await runAloud(process.execPath, ["--enable-source-maps", script, ...process.argv.slice(2)], {
    DATABASE_URL: database.url,
  });
} finally {
  await database.close();
}
