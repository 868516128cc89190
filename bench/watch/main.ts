// npm run bench:watch [-- minutes]: a thousand screens on one watched release for ten minutes.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildProduct, generateClient, needsBuild } from "../../scripts/build/build-product";
import { bundle, endBundler, root } from "../../scripts/build/bundle.mjs";

await generateClient();
// A live release is made only of a plan that was read, by the worker that the build makes.
if (await needsBuild()) await buildProduct();
const outfile = resolve(root, ".cache/run/bench-watch.mjs");
await bundle({ entry: resolve(root, "bench/watch/run.ts"), outfile });
await endBundler();
await import(pathToFileURL(outfile).href);
