import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { EngineArguments } from "./engine-arguments";
import { logLine } from "./engine-log";
import { migrationAdapter } from "./migration-adapter";

type Start = () => void;

async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  // The package's own entry imports the .wasm as a module, which Node does only behind a flag.
  const imports = Object.fromEntries(Object.entries(glue)) as WebAssembly.ModuleImports;
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": imports });
  Reflect.get(glue, "__wbg_set_wasm")(instance.exports);
  (instance.exports["__wbindgen_start"] as Start)();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => logLine("ERROR", text) } });
}

/** Starts the engine that Prisma compiles to WASM, over the database that the arguments name. */
export async function startWasmEngine({ datamodels, url, shadowUrl }: EngineArguments): Promise<glue.SchemaEngine> {
  if (url === undefined) throw new Error("no database: set DATABASE_MIGRATION_URL or DATABASE_URL");
  await instantiate();
  const models: [string, string][] = [];
  for (const file of datamodels) models.push([file, await readFile(file, "utf8")]);
  const onLog = (line: unknown) => process.env["DEBUG"] !== undefined && logLine("INFO", String(line));
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(url, shadowUrl));
  return glue.SchemaEngine.new({ datamodels: models.length === 0 ? undefined : models }, onLog, adapter);
}
