import { expect, test } from "vitest";
import { readFailure } from "./deploy-migrations";

test("says which migration failed and why, and not where in the engine", () => {
  const output = [
    "2 migrations found in prisma/migrations",
    "",
    "Error: external connector error",
    "No such table: nope",
    "   0: sql_schema_connector::apply_migration::apply_script",
    '           with migration_name="0002_bad"',
  ].join("\n");
  expect(readFailure("0001_start", output)).toEqual({ migration: "0002_bad", reason: "No such table: nope" });
});

test("names the oldest missing one when the engine names none", () => {
  const output = "Error: P1001\n\nCan't reach database server at 127.0.0.1:1\n";
  expect(readFailure("0001_start", output)).toEqual({
    migration: "0001_start",
    reason: "Can't reach database server at 127.0.0.1:1",
  });
});
