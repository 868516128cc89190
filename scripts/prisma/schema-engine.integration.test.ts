import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/adapters/embedded-postgres/test-database";
import { root } from "../build/bundle.mjs";
import { runPrisma } from "./run-prisma";

// A small project of its own, so that these tests say something about the engine and not about the product's schema.
let project: string;
let database: TestDatabase;
let empty: string;

const schema = `generator client {
  provider = "prisma-client"
  output   = "./generated"
}
datasource db {
  provider = "postgresql"
}
model Note {
  id   Int      @id
  text String
  tags String[]
  @@map("note")
}
`;
const table = `CREATE TABLE "note" ("id" INTEGER NOT NULL, "text" TEXT NOT NULL, "tags" TEXT[], CONSTRAINT "note_pkey" PRIMARY KEY ("id"));`;
const triggered = `${table}
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'never; ever'; END; $$;
CREATE TRIGGER keep BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION refuse();`;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  await mkdir(resolve(root, ".cache"), { recursive: true });
  project = await mkdtemp(resolve(root, ".cache/engine-test-"));
  await writeFile(join(project, "schema.prisma"), schema);
  await writeFile(
    join(project, "prisma.config.ts"),
    `export default { schema: "schema.prisma", migrations: { path: "migrations" }, datasource: { url: process.env.ENGINE_TEST_URL } };\n`,
  );
  empty = `engine_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
});

afterEach(async () => {
  await query(database.adminUrl, `DROP DATABASE IF EXISTS ${empty} WITH (FORCE)`);
  await rm(project, { recursive: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function url(): string {
  return Object.assign(new URL(database.adminUrl), { pathname: `/${empty}` }).href;
}

function prisma(...args: string[]) {
  return runPrisma([...args, "--config", join(project, "prisma.config.ts")], { ENGINE_TEST_URL: url() });
}

async function migration(name: string, sql: string): Promise<void> {
  const folder = join(project, "migrations", name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(project, "migrations/migration_lock.toml"), 'provider = "postgresql"\n');
}

test("deploy makes the database, runs scripts with semicolons in functions, and a second time has nothing to do", async () => {
  await migration("1_note", triggered);
  expect(await prisma("migrate", "deploy")).toMatchObject({ code: 0 });
  expect((await prisma("migrate", "deploy")).output).toContain("No pending migrations");
  expect((await prisma("migrate", "status")).output).toContain("up to date");
  await query(url(), "INSERT INTO note VALUES (1, 'a', '{}')");
  await expect(query(url(), "UPDATE note SET text = 'b'")).rejects.toThrow("never; ever");
});

test("of a migration that fails nothing stays behind", async () => {
  await migration("1_note", `${table} ALTER TABLE nowhere ADD COLUMN x int;`);
  const { code, output } = await prisma("migrate", "deploy");
  expect(code).toBe(1);
  expect(output).toContain("1_note");
  expect(await query(url(), "SELECT tablename FROM pg_tables WHERE tablename = 'note'")).toEqual([]);
});

test("a difference between schema and database is seen, and its absence too", async () => {
  await query(database.adminUrl, `CREATE DATABASE ${empty}`);
  const compare = ["migrate", "diff", "--from-config-datasource", "--to-schema", join(project, "schema.prisma")];
  expect(await prisma(...compare, "--exit-code")).toMatchObject({ code: 2 });
  expect((await prisma(...compare, "--script")).output).toContain('CREATE TABLE "note"');
  await query(url(), table);
  expect(await prisma(...compare, "--exit-code")).toMatchObject({ code: 0 });
});

test("migrations are replayed in a shadow database that is gone afterwards", async () => {
  await migration("1_note", triggered);
  await query(database.adminUrl, `CREATE DATABASE ${empty}`);
  const { code, output } = await prisma("migrate", "dev", "--name", "more");
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(
    await query(database.adminUrl, "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate%'"),
  ).toEqual([]);
});

test("reads an existing database back into a schema", async () => {
  await query(database.adminUrl, `CREATE DATABASE ${empty}`);
  await query(url(), table.replaceAll("note", "memo"));
  const { code, output } = await prisma("db", "pull", "--print");
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toMatch(/model memo \{[^}]*tags +String\[\]/);
});

test("the product's schema and its migrated database agree", async () => {
  const compare = ["--from-config-datasource", "--to-schema", resolve(root, "prisma"), "--exit-code"];
  const { code, output } = await runPrisma(["migrate", "diff", ...compare], {
    DATABASE_MIGRATION_URL: database.ownerUrl,
  });
  expect({ code, output }).toMatchObject({ code: 0 });
});
