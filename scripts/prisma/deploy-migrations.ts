import { findPendingMigrations } from "./pending-migrations";
import { runPrisma } from "./run-prisma";

/** Brings the database up to the newest migration and returns how many were missing. */
export async function deployMigrations(ownerUrl: string): Promise<number> {
  const pending = await findPendingMigrations(ownerUrl);
  if (pending.length === 0) return 0;
  const { code, output } = await runPrisma(["migrate", "deploy"], { DATABASE_MIGRATION_URL: ownerUrl });
  // An engine that dies lets the CLI end with 0 and nothing done: only the database knows.
  if (code === 0 && (await findPendingMigrations(ownerUrl)).length === 0) return pending.length;
  const failure = readFailure(pending[0] ?? "", output);
  // A migration is one transaction, so nothing of it is there. Said so, the mended one can run at the next start.
  await runPrisma(["migrate", "resolve", "--rolled-back", failure.migration], { DATABASE_MIGRATION_URL: ownerUrl });
  throw new Error(
    `The database could not be migrated: ${failure.migration} failed (${failure.reason}). Nothing was started.`,
  );
}

/** Which migration failed and why, out of what Prisma says. */
export function readFailure(firstPending: string, output: string): { migration: string; reason: string } {
  const migration =
    /migration_name="([^"]+)"/.exec(output)?.[1] ?? /[Tt]he `(\S+)` migration/.exec(output)?.[1] ?? firstPending;
  const reason =
    /Error: external connector error\n(.+)/.exec(output)?.[1] ??
    /Error: (?:P\d+\s*\n+)?(.+)/.exec(output)?.[1] ??
    output.trim().split("\n").at(-1);
  return { migration, reason: reason?.trim() ?? "no reason given" };
}
