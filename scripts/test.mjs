// npm test on a clean clone: first the packages, then everything else in TypeScript.
import { ensureInstalled } from "./start/install.mjs";

try {
  await ensureInstalled();
  process.argv.splice(2, 0, "scripts/test/main.ts");
  await import("./run-ts.mjs");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
