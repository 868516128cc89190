// npm run lab on a clean clone: first the packages, then everything else in TypeScript.
import { refuseOldNode } from "./start/refuse-old-node.mjs";

refuseOldNode();
import("./start/install.mjs")
  .then((install) => install.ensureInstalled())
  .then(() => {
    process.argv.splice(2, 0, "scripts/lab/main.ts");
    return import("./run-ts.mjs");
  })
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
