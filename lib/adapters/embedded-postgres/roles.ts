import pg from "pg";

export const ownerRole = "holdpoint_owner";
export const appRole = "holdpoint_app";

/** Tables that only ever grow: the application's role may add to them and read them. */
const appendOnlyTables = ["event", "plan_version", "plan_approval", "accepted_finding"];

export type RolePasswords = { owner: string; app: string };

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Makes the owner of the tables and the application's role, or gives the existing ones these passwords. */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [appRole, passwords.app],
    ] as const) {
      const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      const verb = known.rowCount === 0 ? "CREATE" : "ALTER";
      await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    }
  });
}

/** Makes the database, owned by the owner's role, unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (known.rowCount === 0) {
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${ownerRole}`);
    }
  });
}

/**
 * Lets the application's role work with the tables as they are after the migrations, and takes from it the right to
 * change or empty the log. Run by the owner, before the server starts.
 */
export async function grantToApplication(ownerUrl: string, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role);
  await withClient(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const names = new Set(tables.rows.map((row) => row.name));
    await client.query("BEGIN");
    await client.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`);
    for (const name of appendOnlyTables.filter((table) => names.has(table))) {
      await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON public.${pg.escapeIdentifier(name)} FROM ${to}`);
    }
    if (names.has("_prisma_migrations")) {
      await client.query(`REVOKE INSERT, UPDATE, DELETE ON public._prisma_migrations FROM ${to}`);
    }
    await client.query("COMMIT");
  });
}
