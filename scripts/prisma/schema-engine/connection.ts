import type { PoolConfig } from "pg";

/**
 * Spells a database URL out as separate fields. pg lets `connectionString` override `database`, so a shadow database
 * opened with both would be the main one.
 */
export function connectionFields(url: string): PoolConfig {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get("sslmode");
  return {
    ...(hostname === "" ? {} : { host: decodeURIComponent(hostname) }),
    ...(port === "" ? {} : { port: Number(port) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
    ...(sslmode === null || sslmode === "disable" ? {} : { ssl: { rejectUnauthorized: sslmode.startsWith("verify") } }),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** The schema named by the URL, as Prisma writes it (`?schema=…`). */
export function schemaName(url: string): string | undefined {
  return new URL(url).searchParams.get("schema") ?? undefined;
}
