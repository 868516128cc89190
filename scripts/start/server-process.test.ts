import { expect, test } from "vitest";
import { inheritedEnvironment } from "./server-process";

test("the server does not get the owner's way into the database", () => {
  const given = {
    NODE_ENV: "production" as const,
    PATH: "/bin",
    DATABASE_MIGRATION_URL: "postgresql://owner:secret@127.0.0.1/holdpoint",
  };
  expect(inheritedEnvironment(given)).toEqual({ NODE_ENV: "production", PATH: "/bin" });
});
