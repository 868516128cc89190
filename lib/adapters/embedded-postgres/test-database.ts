import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** What the integration run's set-up hands to the tests: one server, one migrated database to copy. */
type TestCluster = { adminUrl: string; ownerUrl: string; appUrl: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export type TestDatabase = {
  name: string;
  /** The application's role: may not change or delete events. */
  appUrl: string;
  /** The owner of the tables. */
  ownerUrl: string;
  /** The superuser, for tests that tamper. */
  adminUrl: string;
  drop: () => Promise<void>;
};

async function onCluster(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** A fresh database with all migrations in it, on the run's own Postgres; `drop` it when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject("testCluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onCluster(cluster.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${cluster.template} OWNER holdpoint_owner`);
  return {
    name,
    appUrl: withDatabase(cluster.appUrl, name),
    ownerUrl: withDatabase(cluster.ownerUrl, name),
    adminUrl: withDatabase(cluster.adminUrl, name),
    drop: () => onCluster(cluster.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
