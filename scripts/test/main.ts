// npm test: the checks, the integration tests, the build with its budget, and the built product in a real browser.
import { buildProduct, generateClient, needsBuild } from "../build/build-product";
import { checkBundleBudget } from "../check/bundle-budget";
import { holds, runSteps } from "../check/run-step";
import { staticChecks } from "../check/static-checks";
import { vitestStep } from "../check/vitest-run";
import { formatDuration } from "../start/progress";
import { browserStep } from "./browser-run";
import { installRealParts } from "./install-real-parts";

const started = performance.now();
const { passed, failed } = await runSteps([
  holds("browser, fonts and real parts", installRealParts),
  holds("database client", generateClient),
  ...staticChecks,
  vitestStep("unit"),
  vitestStep("integration"),
  holds("build", async () => {
    if (await needsBuild()) await buildProduct();
  }),
  holds("bundle budget", checkBundleBudget),
  vitestStep("product"),
  browserStep,
]);
process.stdout.write(
  `\nall of it took ${formatDuration(performance.now() - started)}\n${passed} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
