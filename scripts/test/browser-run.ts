import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../build/bundle.mjs";
import type { Step, Tally } from "../check/run-step";
import { runAloud } from "./run-aloud";

function readTally(json: string): Tally {
  const { stats, errors } = JSON.parse(json);
  // A test that is not run is not a test that passed.
  const failed = Number(stats.unexpected) + Number(stats.flaky) + Number(stats.skipped);
  return { passed: Number(stats.expected), failed: failed + (failed === 0 ? Number(errors?.length ?? 0) : 0) };
}

/** The end-to-end tests, on the built product started by its own one command. */
export const browserStep: Step = {
  name: "end-to-end tests",
  run: async () => {
    const report = resolve(root, "test-results/results.json");
    await rm(report, { force: true });
    const port = String(20_000 + (process.pid % 10_000));
    const cli = resolve(root, "node_modules/@playwright/test/cli.js");
    const code = await runAloud(process.execPath, [cli, "test"], { HOLDPOINT_E2E_PORT: port });
    await rm(join(tmpdir(), `holdpoint-e2e-${port}`), { recursive: true, force: true });
    const tally = readTally(await readFile(report, "utf8"));
    if (tally.passed + tally.failed === 0) throw new Error("No end-to-end test was found.");
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  },
};
