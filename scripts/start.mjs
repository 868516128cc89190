// The one command. What is loaded before the version is known must be readable by an old Node.
import { refuseOldNode } from "./start/refuse-old-node.mjs";

refuseOldNode();
import("./start/install.mjs")
  .then((install) => install.ensureInstalled())
  .then(() => {
    process.argv.splice(2, 0, "scripts/start/main.ts");
    return import("./run-ts.mjs");
  })
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
