import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const outside = ["**/node_modules/**", ".next/**", "dist/**", ".cache/**", "e2e/**", "data/**"];
const alias = { "@": root.replace(/\/$/, "") };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...outside, "**/*.integration.test.ts", "**/*.product.test.ts"],
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
