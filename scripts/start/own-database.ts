import pg from "pg";
import type { Database } from "./embedded-database";
import { say } from "./progress";
import { maskUrl } from "./settings";

async function refuseUnreachable(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new Error(
      `The database at ${maskUrl(url)} cannot be used (${reason(error)}): check ${name}, or leave DATABASE_URL out to use the built-in one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = Reflect.get(error, "code");
  if (code === "ECONNREFUSED") return "nothing listens there";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "its host name is not known";
  return error.message;
}

/** Uses the database that the settings name, after having tried both ways into it. */
export async function openOwnDatabase(databaseUrl: string, migrationUrl: string): Promise<Database> {
  await refuseUnreachable("DATABASE_URL", databaseUrl);
  if (migrationUrl !== databaseUrl) await refuseUnreachable("DATABASE_MIGRATION_URL", migrationUrl);
  say("database", maskUrl(databaseUrl));
  if (migrationUrl === databaseUrl) {
    say(
      "",
      "The application owns its tables: give DATABASE_MIGRATION_URL an owner of its own, so that no one can alter the log.",
    );
  }
  return { appUrl: databaseUrl, ownerUrl: migrationUrl, stop: async () => undefined };
}
