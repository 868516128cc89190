import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { closeDatabase } from "./database";
import { ensureSetupCode } from "./first-administrator";
import { people } from "./people-composition";
import { signIn } from "./sign-in";

const password = "mond-faehre-kupfer-9";
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", database.appUrl);
  vi.stubEnv("HOLDPOINT_SECRET", "a-secret-of-the-tests-0123456789abcdef");
  vi.stubEnv("PUBLIC_URL", "https://hold.example.com");
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("HOLDPOINT_ADMIN_EMAIL", "Ops.Team@example.com");
  vi.stubEnv("HOLDPOINT_ADMIN_PASSWORD", password);
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

it("makes the administrator that the environment names, once, and prints no link", async () => {
  expect(await Promise.all([ensureSetupCode(), ensureSetupCode()])).toEqual([null, null]);
  expect(await ensureSetupCode()).toBeNull();
  const everybody = await people().listPeople();
  expect(everybody.map(({ username, permissions }) => ({ username, permissions }))).toEqual([
    { username: "ops.team", permissions: ["administrator", "planner"] },
  ]);
});

it("lets him in by his e-mail address, with a cookie that is bound to the https host", async () => {
  const outcome = await signIn({ username: "ops.team@EXAMPLE.com", password }, new Headers());
  if (outcome.outcome !== "signed_in") throw new Error(outcome.outcome);
  const [set = ""] = outcome.setCookies;
  expect(set).toMatch(/^__Host-holdpoint_session=/);
  expect(set).toMatch(/; Secure/i);
  expect(set).toMatch(/; HttpOnly/i);
  expect(set).not.toMatch(/Domain=/i);
});
