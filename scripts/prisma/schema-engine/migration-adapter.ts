import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlQueryable } from "@prisma/driver-adapter-utils";
import { administer } from "./administer-database";
import { CatalogueClient } from "./catalogue-client";
import { connectionFields, schemaName } from "./connection";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Queryable = Pick<SqlQueryable, "queryRaw">;

/** Gives `"char"` its kind back (see CatalogueClient): the engine refuses to read a text as a character. */
function withCharacters(queryable: Queryable): void {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    const { Character, Time } = ColumnTypeEnum;
    return { ...answer, columnTypes: answer.columnTypes.map((kind) => (kind === Time ? Character : kind)) };
  };
}

/**
 * adapter-pg cuts a script at every semicolon, also inside a function's body, and leaves the first half of a failed
 * migration behind. Sent whole, Postgres runs it as one transaction.
 */
function forMigrations(connection: Connection): Connection {
  connection.executeScript = async (sql) => {
    await connection.executeRaw({ sql, args: [], argTypes: [] });
  };
  const startTransaction = connection.startTransaction.bind(connection);
  connection.startTransaction = async (level) => {
    const transaction = await startTransaction(level);
    withCharacters(transaction);
    return transaction;
  };
  withCharacters(connection);
  return connection;
}

/** The adapter that the engine talks through, with a shadow database that really is another one and really goes away. */
export function migrationAdapter(url: string, shadowUrl: string | undefined): PrismaPg {
  const config = { ...connectionFields(url), Client: CatalogueClient };
  const schema = schemaName(url);
  const open = async (database?: string) => {
    const fields = database === undefined ? config : { ...config, database };
    return forMigrations(await new PrismaPg(fields, schema === undefined ? {} : { schema }).connect());
  };
  const adapter = new PrismaPg(config);
  adapter.connect = () => open();
  adapter.connectToShadowDb = async () => {
    if (shadowUrl !== undefined) {
      return forMigrations(await new PrismaPg({ ...connectionFields(shadowUrl), Client: CatalogueClient }).connect());
    }
    const database = `prisma_migrate_shadow_${randomUUID().replaceAll("-", "")}`;
    await administer(url, `CREATE DATABASE "${database}"`);
    const shadow = await open(database);
    const closePool = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await closePool(); // a database with open connections cannot be dropped
      await administer(url, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    };
    return shadow;
  };
  return adapter;
}
