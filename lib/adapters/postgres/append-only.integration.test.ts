import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestStand, startRehearsal, type TestStand } from "@/lib/server/test-stand";

let stand: TestStand;

beforeAll(async () => {
  stand = await openTestStand();
  await startRehearsal(stand);
});
afterAll(() => stand.close());

async function run(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const changes = [
  `UPDATE event SET payload = '{}'`,
  "DELETE FROM event",
  "TRUNCATE event",
  `UPDATE plan_version SET source = ''`,
  "DELETE FROM plan_version",
  "TRUNCATE plan_version CASCADE",
  "TRUNCATE accepted_finding",
];

describe.each(changes)("%s", (sql) => {
  test("is refused to the application, which lacks the right", async () => {
    await expect(run(stand.database.appUrl, sql)).rejects.toThrow(/permission denied/);
  });

  test("is refused to the owner of the tables by the trigger", async () => {
    await expect(run(stand.database.ownerUrl, sql)).rejects.toThrow(/never changed or removed/);
  });
});

test("every part of a plan version is guarded against change, emptying and late additions", async () => {
  const client = new pg.Client({ connectionString: stand.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ table: string; triggers: string[] }>(`
    SELECT relname AS table, coalesce(array_agg(tgname::text ORDER BY tgname) FILTER (WHERE NOT tgisinternal), '{}') AS triggers
    FROM pg_class LEFT JOIN pg_trigger ON tgrelid = pg_class.oid
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'planVersionId')
      AND relname NOT IN ('release', 'plan_approval', 'accepted_finding')
    GROUP BY relname`);
  await client.end();
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    expect(row).toEqual({ table: row.table, triggers: ["never_changed", "never_emptied", "never_late"] });
  }
});

test("nothing is added to a version that is complete", async () => {
  const add = `INSERT INTO plan_channel ("planVersionId", position, kind, name, address, "lineFrom", "lineTo")
    SELECT id, 99, 'chat', 'late', 'late', 0, 0 FROM plan_version`;
  await expect(run(stand.database.appUrl, add)).rejects.toThrow(/is complete/);
});
