import { findPendingMigrations } from "./pending-migrations";
import { runPrisma } from "./run-prisma";

/** Brings the database up to the newest migration and returns how many were missing. */
export async function deployMigrations(ownerUrl: string): Promise<number> {
  const pending = await findPendingMigrations(ownerUrl);
  if (pending.length === 0) return 0;
  const { code, output } = await runPrisma(["migrate", "deploy"], { DATABASE_MIGRATION_URL: ownerUrl });
  if (code !== 0) throw new Error(migrationFailure(pending[0] ?? "", output));
  return pending.length;
}

/** One sentence out of what Prisma says about a migration that failed. */
export function migrationFailure(firstPending: string, output: string): string {
  const name = /Migration name: (\S+)/.exec(output)?.[1] ?? /The `(\S+)` migration/.exec(output)?.[1] ?? firstPending;
  const reason =
    /Database error:\s*\n+(?:ERROR: )?(.+)/.exec(output)?.[1] ??
    /Error: (?:P\d+\s*\n+)?(.+)/.exec(output)?.[1] ??
    output.trim().split("\n").at(-1) ??
    "";
  return `The database could not be migrated: ${name} failed (${reason.trim()}). Nothing was started.`;
}
