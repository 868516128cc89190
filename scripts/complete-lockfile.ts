// After `npm install` behind a registry that mirrors one platform only: names the packages of the others again.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { root } from "./build/bundle.mjs";
import { missingPlatformPackages } from "./check/platform-packages";

const file = resolve(root, "package-lock.json");
const lock = JSON.parse(await readFile(file, "utf8"));
const missing = missingPlatformPackages(lock);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(packages);
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${Object.keys(missing).length} packages for other machines added to package-lock.json\n`);
