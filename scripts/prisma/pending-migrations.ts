import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { root } from "../build/bundle.mjs";

const folder = resolve(root, "prisma/migrations");

type Migration = { name: string; checksum: string };

async function writtenMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"));
      return { name, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function appliedMigrations(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const answer = await client.query<{ name: string; checksum: string }>(
      "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(answer.rows.map((row) => `${row.name} ${row.checksum}`));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "42P01") return new Set(); // no such table: never migrated
    throw error;
  } finally {
    await client.end();
  }
}

/** The migrations that the database lacks, oldest first. Saves the seconds that Prisma's CLI takes to say "none". */
export async function findPendingMigrations(url: string): Promise<string[]> {
  const [written, applied] = await Promise.all([writtenMigrations(), appliedMigrations(url)]);
  return written.filter(({ name, checksum }) => !applied.has(`${name} ${checksum}`)).map(({ name }) => name);
}
