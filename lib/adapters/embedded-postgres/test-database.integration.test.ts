import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./test-database";

async function currentUser(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await client.query<{ name: string }>("SELECT current_user AS name");
  await client.end();
  return answer.rows[0]?.name ?? "";
}

test("every test gets a database of its own that the owner, the application and the superuser can open", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.name).not.toBe(other.name);
  expect(await currentUser(one.ownerUrl)).toBe("holdpoint_owner");
  expect(await currentUser(one.appUrl)).toBe("holdpoint_app");
  expect(await currentUser(one.adminUrl)).toBe("postgres");
  await Promise.all([one.drop(), other.drop()]);
  await expect(currentUser(one.appUrl)).rejects.toThrow("does not exist");
});
