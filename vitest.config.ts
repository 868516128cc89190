import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const outside = ["**/node_modules/**", ".next/**", "dist/**", ".cache/**", "e2e/**", "data/**"];
const alias = { "@": root.replace(/\/$/, "") };

export default defineConfig({
  test: {
    // Half of the tests wait for databases and processes: on a machine of two cores one worker would leave both idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...outside, "**/*.integration.test.ts", "**/*.product.test.ts", "**/*.lab.test.ts"],
          // A machine that is busy with something else is no fault of the product.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          environment: "node",
          include: ["**/*.integration.test.ts"],
          exclude: outside,
          globalSetup: ["./scripts/test/integration-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Whole nights in the lab: npm run lab:test.
        resolve: { alias },
        test: {
          name: "lab",
          environment: "node",
          include: ["**/*.lab.test.ts"],
          exclude: outside,
          fileParallelism: false,
        },
      },
      {
        // The built product, started and killed the way people do it.
        resolve: { alias },
        test: {
          name: "product",
          environment: "node",
          include: ["**/*.product.test.ts"],
          exclude: outside,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
