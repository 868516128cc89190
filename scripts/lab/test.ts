// npm run lab:test: whole nights in the lab, from the first press to the last request on the old version.
import { resolve } from "node:path";
import { buildProduct, generateClient, needsBuild } from "../build/build-product";
import { endBundler, root } from "../build/bundle.mjs";
import { bringParts } from "../test/install-real-parts";
import { howToBring } from "../test/missing-parts";
import { runAloud } from "../test/run-aloud";

const lacking = await bringParts({ nginx: "nginx-light", prometheus: "prometheus" });
if (lacking.length > 0) {
  process.stderr.write(`The lab needs ${lacking.join(" and ")}. ${howToBring(lacking)}\n`);
  process.exit(1);
}
await generateClient();
// A build is no part of any night.
if (await needsBuild()) await buildProduct();
await endBundler();
const vitest = resolve(root, "node_modules/vitest/vitest.mjs");
process.exit(await runAloud(process.execPath, [vitest, "run", "--project", "lab"]));
