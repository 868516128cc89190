import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootEmbeddedPostgres, type EmbeddedPostgres } from "@/lib/adapters/embedded-postgres/boot";
import {
  appRole,
  ensureDatabase,
  ensureRoles,
  grantToApplication,
  ownerRole,
} from "@/lib/adapters/embedded-postgres/roles";
import { deployMigrations } from "../prisma/deploy-migrations";

export type ThrowAwayPostgres = {
  server: EmbeddedPostgres;
  /** Makes a database with all migrations in it. */
  migrate: (database: string) => Promise<{ adminUrl: string; ownerUrl: string; appUrl: string }>;
  remove: () => Promise<void>;
};

const passwords = { owner: "owner-of-a-test", app: "app-of-a-test" };

/** For tests: nothing here has to outlive a power cut. */
const hasty = { fsync: "off", synchronous_commit: "on", full_page_writes: "off" };

/** A real Postgres in a new folder under the system's temporary folder; `remove` ends and deletes it. */
export async function startThrowAwayPostgres(settings: Record<string, string> = hasty): Promise<ThrowAwayPostgres> {
  const home = await mkdtemp(join(tmpdir(), "holdpoint-test-"));
  await chmod(home, 0o755); // as root, Postgres' own account must be able to enter
  const server = await bootEmbeddedPostgres({
    folder: join(home, "postgres"),
    passwordFile: join(home, "password"),
    settings,
  });
  await ensureRoles(server.adminUrl("postgres"), passwords);
  return {
    server,
    migrate: async (database) => {
      await ensureDatabase(server.adminUrl("postgres"), database);
      const ownerUrl = urlFor(server.port, { role: ownerRole, password: passwords.owner, database });
      await deployMigrations(ownerUrl);
      await grantToApplication(ownerUrl, appRole);
      const appUrl = urlFor(server.port, { role: appRole, password: passwords.app, database });
      return { adminUrl: server.adminUrl(database), ownerUrl, appUrl };
    },
    remove: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function urlFor(port: number, { role, password, database }: { role: string; password: string; database: string }) {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
