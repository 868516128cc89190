import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { administer } from "./administer-database";
import { CatalogueClient } from "./catalogue-client";
import { connectionFields, schemaName } from "./connection";

/** The adapter that the engine talks through, with a shadow database that really is another one and really goes away. */
export function migrationAdapter(url: string, shadowUrl: string | undefined): PrismaPg {
  const config = { ...connectionFields(url), Client: CatalogueClient };
  const schema = schemaName(url);
  const adapter = new PrismaPg(config, schema === undefined ? {} : { schema });
  adapter.connectToShadowDb = async () => {
    if (shadowUrl !== undefined) {
      return new PrismaPg({ ...connectionFields(shadowUrl), Client: CatalogueClient }).connect();
    }
    const database = `prisma_migrate_shadow_${randomUUID().replaceAll("-", "")}`;
    await administer(url, `CREATE DATABASE "${database}"`);
    const shadow = await new PrismaPg({ ...config, database }).connect();
    const closePool = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await closePool(); // a database with open connections cannot be dropped
      await administer(url, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    };
    return shadow;
  };
  return adapter;
}
