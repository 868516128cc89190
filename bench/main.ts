// npm run bench [-- B1 B3]: ours beside its peers, in one run. npm run bench:quick: the same in a minute, judged but never failing.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildProduct, generateClient, needsBuild } from "../scripts/build/build-product";
import { bundle, endBundler, root } from "../scripts/build/bundle.mjs";

// The run imports the generated client: it can be bundled only once that is there.
await generateClient();
if (await needsBuild()) {
  process.stdout.write("building the product, which is not part of the measurement …\n\n");
  await buildProduct();
}
const outfile = resolve(root, ".cache/run/bench-run.mjs");
await bundle({ entry: resolve(root, "bench/run.ts"), outfile });
await endBundler();
await import(pathToFileURL(outfile).href);
