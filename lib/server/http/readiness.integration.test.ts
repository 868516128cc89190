import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { closeDatabase } from "../database";
import { readiness } from "./readiness";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env["DATABASE_URL"] = database.appUrl;
  process.env["HOLDPOINT_SECRET"] = "a-secret-of-the-tests-0123456789abcdef";
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

test("a folder that could not be read once is read again: a ready server does not stay unready", async () => {
  const cwd = vi.spyOn(process, "cwd").mockReturnValue("/nowhere");
  expect(await readiness()).toMatchObject({ ready: false });
  cwd.mockRestore();
  expect(await readiness()).toEqual({ ready: true, database: "up", migrations: "done" });
});
