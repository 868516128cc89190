// npm run check: everything that can be said about the sources in under a minute or so.
import { generateClient } from "../build/build-product";
import { runSteps } from "./run-step";
import { staticChecks } from "./static-checks";
import { vitestStep } from "./vitest-run";

await generateClient();
const { passed, failed } = await runSteps([...staticChecks, vitestStep("unit")]);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
