import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/test/browser";

// Workers read this file again: the port that the first reading chose goes to them through the environment.
process.env["HOLDPOINT_E2E_PORT"] ??= String(20_000 + (process.pid % 10_000));

const port = process.env["HOLDPOINT_E2E_PORT"];
const dataDir = join(tmpdir(), `holdpoint-e2e-${port}`);
const address = `http://127.0.0.1:${port}`;
const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/fixtures/invite-everybody.ts",
  outputDir: "test-results",
  // People of one night share one server and two cores; the flows keep to releases of their own.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    // A trace of five browsers at once costs more than the night itself: a failure leaves a picture and the page's outline.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: browserArguments(), ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    // The product as people get it: the one command, the built pages, a database of its own.
    command: "node scripts/start.mjs",
    url: `${address}/readyz`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
    env: {
      PORT: port,
      HOST: "127.0.0.1",
      PUBLIC_URL: address,
      HOLDPOINT_DATA_DIR: dataDir,
      HOLDPOINT_ADMIN_EMAIL: "admin@holdpoint.test",
      HOLDPOINT_ADMIN_PASSWORD: "harbour lantern at three",
      // The same few people live through several nights at once, and the faster the machine, the more in a minute.
      HOLDPOINT_COMMANDS_PER_MINUTE: "1000",
      HOLDPOINT_IMPORTS_PER_MINUTE: "100",
      DATABASE_URL: "",
      DATABASE_MIGRATION_URL: "",
    },
  },
});
