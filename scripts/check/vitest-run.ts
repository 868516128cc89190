import { mkdir, readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { root } from "../build/bundle.mjs";
import { runAloud } from "../test/run-aloud";
import type { Step, Tally } from "./run-step";

/** A person's machine may do without a part, and is told so; where nobody looks, what did not run did not pass. */
function leftOut(report: { numPendingTests?: number; numTodoTests?: number }): number {
  const count = Number(report.numPendingTests ?? 0) + Number(report.numTodoTests ?? 0);
  if (count > 0) process.stdout.write(`  ${count} tests were left out: what they need is not on this machine.\n`);
  return process.env["CI"] === undefined ? 0 : count;
}

function readTally(json: string): Tally {
  const report = JSON.parse(json);
  const [passed, failed] = [Number(report.numPassedTests), Number(report.numFailedTests) + leftOut(report)];
  // A file that cannot be loaded has no tests of its own to fail.
  const brokenFiles = Number(report.numFailedTestSuites ?? 0) > 0 && failed === 0 ? 1 : 0;
  return { passed, failed: failed + brokenFiles };
}

/** Runs one of the projects of vitest.config.ts; a run without a single test is a failure. */
export function vitestStep(project: string): Step {
  return {
    name: `${project} tests`,
    run: async () => {
      const report = resolve(root, `.cache/vitest-${project}.json`);
      await mkdir(resolve(root, ".cache"), { recursive: true });
      await rm(report, { force: true });
      const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
      const args = [resolve(root, "node_modules/vitest/vitest.mjs"), "run", "--project", project, ...reporters];
      const code = await runAloud(process.execPath, args);
      const tally = readTally(await readFile(report, "utf8"));
      if (tally.passed + tally.failed === 0) throw new Error(`No ${project} test was found.`);
      return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
    },
  };
}
