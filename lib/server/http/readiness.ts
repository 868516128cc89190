import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { database } from "../database";

type Readiness = { ready: boolean; database: "up" | "down"; migrations: "done" | "missing" | "unknown" };

let expected: Promise<string[]> | null = null;

async function migrationsOfThisBuild(): Promise<string[]> {
  const entries = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Read once; a folder that could not be read is tried again. */
function expectedMigrations(): Promise<string[]> {
  expected ??= migrationsOfThisBuild().catch((error: unknown) => {
    expected = null;
    throw error;
  });
  return expected;
}

/** Whether requests can be served: the database answers and has every migration that this build was made for. */
export async function readiness(): Promise<Readiness> {
  try {
    const wanted = await expectedMigrations();
    const rows = await database().client.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const done = new Set(rows.map((row) => row.migration_name));
    const ready = wanted.every((name) => done.has(name));
    return { ready, database: "up", migrations: ready ? "done" : "missing" };
  } catch {
    return { ready: false, database: "down", migrations: "unknown" };
  }
}
