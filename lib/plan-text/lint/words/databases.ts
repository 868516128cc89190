import type { WordRow } from "../../words/word-row";

export const DATABASE_WORDS: readonly WordRow<"database">[] = [
  {
    meaning: "database",
    zh: ["数据库", "表结构", "迁移", "数据回退"],
    en: ["database", "schema", "migration", "migrations", "psql", "mysql", "pg_restore", "sql"],
  },
];

/** Commands that change a database's structure. */
export const MIGRATION_SHAPES: readonly RegExp[] = [
  /\b(?:flyway|liquibase|goose|dbmate|sqitch)\b/i,
  /\balembic\s+upgrade\b/i,
  /\b(?:rails|rake|php artisan|manage\.py|npm run|yarn|pnpm)\s+\S*migrat\w*/i,
  /\bprisma\s+migrate\b/i,
  /\b(?:psql|mysql)\b.*(?:-f\s|--file[= ]|<\s).*\.sql\b/i,
  /\b(?:ALTER|CREATE|DROP)\s+(?:TABLE|INDEX|VIEW)\b/,
];

/** Programs that write a copy of a database. */
export const DUMP_PROGRAMS = ["pg_dump", "mysqldump", "mongodump"] as const;
/** Programs that write into a database. */
export const RESTORE_PROGRAMS = ["pg_restore", "mongorestore", "mysql", "psql"] as const;

/** Parts of a host's name that say it only follows another. */
export const REPLICA_NAMES: readonly string[] = [
  "slave",
  "replica",
  "standby",
  "secondary",
  "follower",
  "readonly",
  "reader",
  "ro",
  "从库",
];
