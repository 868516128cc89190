// The one command. Nothing here may be newer than what an old Node can read: its only answer must be a clear sentence.
const found = process.versions.node.split(".").map(Number);
if (found[0] < 20 || (found[0] === 20 && found[1] < 19)) {
  console.error(`Holdpoint needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
} else {
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
}
