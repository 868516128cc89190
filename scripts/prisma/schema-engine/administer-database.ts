import pg from "pg";
import { connectionFields } from "./connection";
import { logLine } from "./engine-log";

async function runOnce(config: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Creates the database that the URL names and returns its name. */
export async function createDatabase(url: string): Promise<string> {
  const config = connectionFields(url);
  const name = config.database ?? "";
  await runOnce({ ...config, database: "postgres" }, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  return name;
}

/** Runs one statement beside the engine, on a connection of its own. */
export function administer(url: string, sql: string): Promise<void> {
  return runOnce(connectionFields(url), sql);
}

function prismaCode(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
  if (code === "3D000") return "P1003";
  if (code === "42P04") return "P1009";
  return code === "28P01" || code === "28000" ? "P1000" : "P1001";
}

/** Serves `cli can-connect-to-database` and `cli create-database`; returns the exit code. */
export async function runCliCommand(command: string | undefined, url: string): Promise<number> {
  logLine("INFO", `schema-engine ${command}`); // the CLI drops the first line on stderr
  try {
    if (command === "can-connect-to-database") await administer(url, "SELECT 1");
    else if (command === "create-database") await createDatabase(url);
    else throw new Error(`this schema engine has no command "${command}"`);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message || error.name : String(error);
    logLine("ERROR", message, { error_code: prismaCode(error) });
    return 1;
  }
}
