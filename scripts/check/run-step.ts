import { formatDuration, say } from "../start/progress";

export type Tally = { passed: number; failed: number };

export type Step = { name: string; run: () => Promise<Tally> };

/** A check that either holds or throws what is wrong. */
export function holds(name: string, act: () => Promise<unknown>): Step {
  return {
    name,
    run: async () => {
      await act();
      return { passed: 1, failed: 0 };
    },
  };
}

/** Runs the steps one after another, all of them, and adds up what passed and what failed. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    const started = performance.now();
    const tally = await run().catch((error: unknown) => {
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
      return { passed: 0, failed: 1 };
    });
    total.passed += tally.passed;
    total.failed += tally.failed;
    say(tally.failed === 0 ? "ok" : "FAILED", `${name} (${formatDuration(performance.now() - started)})`);
  }
  return total;
}
