import type { TestProject } from "vitest/node";
import "@/lib/adapters/embedded-postgres/test-database";
import { startThrowAwayPostgres } from "./throw-away-postgres";

/** One Postgres for the whole run, one migrated database that every test copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowAwayPostgres();
  const template = "template_of_tests";
  const urls = await postgres.migrate(template);
  project.provide("testCluster", { ...urls, adminUrl: postgres.server.adminUrl("postgres"), template });
  return postgres.remove;
}
