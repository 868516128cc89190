import { resolve } from "node:path";

export type Settings = {
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  /** The application's database; absent when the built-in Postgres is used. */
  databaseUrl: string | undefined;
  /** The owner's way to the same database; the application's own when nothing else is said. */
  migrationUrl: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings that concern the start; a value that cannot be meant is refused with a sentence. */
export function readSettings(env: Environment, folder: string): Settings {
  const port = readPort(env["PORT"]);
  const host = filled(env["HOST"]) ?? "127.0.0.1";
  const databaseUrl = filled(env["DATABASE_URL"]);
  return {
    port,
    host,
    publicUrl: readPublicUrl(env["PUBLIC_URL"]) ?? `http://${reachableHost(host)}:${port}`,
    dataDir: resolve(folder, filled(env["HOLDPOINT_DATA_DIR"]) ?? "data"),
    databaseUrl: readDatabaseUrl("DATABASE_URL", databaseUrl),
    migrationUrl: readDatabaseUrl("DATABASE_MIGRATION_URL", filled(env["DATABASE_MIGRATION_URL"]) ?? databaseUrl),
  };
}

function filled(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}

function readPort(value: string | undefined): number {
  const text = filled(value) ?? "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`PORT is "${text}", which is no port: give a number from 1 to 65535.`);
}

function readPublicUrl(value: string | undefined): string | undefined {
  const text = filled(value);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "")
    return url.origin;
  throw new Error(`PUBLIC_URL is "${text}": give the origin that browsers use, such as https://holdpoint.example.com`);
}

function readDatabaseUrl(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)) return value;
  throw new Error(`${name} is no Postgres address: it looks like postgresql://user:password@host:5432/holdpoint`);
}

/** The address under which this machine reaches a listener on `host`. */
export function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

/** A database URL that may be shown: without its password. */
export function maskUrl(url: string): string {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "***";
  for (const name of [...shown.searchParams.keys()]) {
    if (/pass|secret|key/i.test(name)) shown.searchParams.set(name, "***");
  }
  return shown.href;
}
