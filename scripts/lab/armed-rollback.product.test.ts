import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { armedRollback } from "./fixtures/armed-rollback";
import { isLabTested } from "./fixtures/lab-tested";
import { startWholeLab, type WholeLab } from "./whole-lab";

describe.runIf(isLabTested)("2 % errors in the new version at 25 % of real traffic, with the rollback armed", () => {
  let whole: WholeLab;
  beforeAll(async () => {
    whole = await startWholeLab({ rate: 400, isQuiet: true });
    await whole.addRunner("lab-runner");
  }, 300_000);
  afterAll(() => whole?.stop(), 60_000);

  test("are detected within a minute, and traffic is back 5 s after the decision", async () => {
    const { detectedS, decidedS, backS } = await armedRollback(whole);
    expect(detectedS).toBeGreaterThan(0);
    expect(detectedS).toBeLessThanOrEqual(60);
    expect(decidedS).toBeLessThanOrEqual(5);
    expect(backS).toBeLessThanOrEqual(5);
  }, 240_000);
});
