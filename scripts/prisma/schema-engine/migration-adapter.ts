import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { administer } from "./administer-database";
import { CatalogueClient } from "./catalogue-client";
import { connectionFields, schemaName } from "./connection";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * adapter-pg cuts a script at every semicolon, also inside a function's body, and leaves the first half of a failed
 * migration behind. Sent whole, Postgres runs it as one transaction.
 */
function wholeScripts(connection: Connection): Connection {
  connection.executeScript = async (sql) => {
    await connection.executeRaw({ sql, args: [], argTypes: [] });
  };
  return connection;
}

/** The adapter that the engine talks through, with a shadow database that really is another one and really goes away. */
export function migrationAdapter(url: string, shadowUrl: string | undefined): PrismaPg {
  const config = { ...connectionFields(url), Client: CatalogueClient };
  const schema = schemaName(url);
  const open = async (database?: string) => {
    const fields = database === undefined ? config : { ...config, database };
    return wholeScripts(await new PrismaPg(fields, schema === undefined ? {} : { schema }).connect());
  };
  const adapter = new PrismaPg(config);
  adapter.connect = () => open();
  adapter.connectToShadowDb = async () => {
    if (shadowUrl !== undefined) {
      return wholeScripts(await new PrismaPg({ ...connectionFields(shadowUrl), Client: CatalogueClient }).connect());
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
