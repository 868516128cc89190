import { type Database, openDatabase } from "@/lib/adapters/postgres/database";
import { log } from "./log";

let opened: Database | null = null;

/** The one database of this module graph: the custom server and what Next bundles have a pool each. */
export function database(): Database {
  if (opened !== null) return opened;
  const url = process.env["DATABASE_URL"];
  if (url === undefined || url === "") throw new Error("DATABASE_URL is missing: start Holdpoint with `npm start`.");
  opened = openDatabase({ url, log });
  return opened;
}

/** Ends the connections; the next use opens new ones. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = null;
  await closing?.close();
}
