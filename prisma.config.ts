import { defineConfig } from "prisma/config";

// Migrations run as the owner of the tables; the application's own role may not alter or empty the log.
const url = process.env["DATABASE_MIGRATION_URL"] ?? process.env["DATABASE_URL"];

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  ...(url === undefined ? {} : { datasource: { url } }),
});
