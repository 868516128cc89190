// Stands in for Prisma's native schema engine, which its CLI would download: the same JSON-RPC on stdin and stdout,
// served by the same engine compiled to WASM. PRISMA_SCHEMA_ENGINE_BINARY points at the bundle of this file.
import { createInterface } from "node:readline";
import { createDatabase, runCliCommand } from "./administer-database";
import { parseEngineArguments } from "./engine-arguments";
import { answerLine } from "./rpc";
import { startWasmEngine } from "./wasm-engine";

const options = parseEngineArguments(process.argv.slice(2), process.env["DATABASE_URL"]);

let engine: ReturnType<typeof startWasmEngine> | undefined;

async function call(method: string, params: unknown): Promise<unknown> {
  if (method === "createDatabase") return { databaseName: await createDatabase(options.url ?? "") };
  engine ??= startWasmEngine(options);
  const running = await engine;
  if (method === "evaluateDataLoss" || method === "createMigration") {
    // These two find no shadow database of their own: they read what this call has put into the engine's cache.
    await callEngine(running, "devDiagnostic", params);
  }
  return callEngine(running, method === "getDatabaseVersion" ? "version" : method, params);
}

async function callEngine(running: object, method: string, params: unknown): Promise<unknown> {
  const run: unknown = Reflect.get(running, method);
  if (typeof run !== "function") throw new Error(`this schema engine has no method "${method}"`);
  return Reflect.apply(run, running, [params]);
}

async function serve(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    for (const reply of await answerLine(line, call)) process.stdout.write(`${reply}\n`);
  }
}

if (options.wantsVersion) {
  process.stdout.write("schema-engine-cli wasm\n");
} else if (options.words[0] === "cli") {
  process.exitCode = await runCliCommand(options.words[1], options.url ?? "");
} else {
  await serve();
  process.exit(0);
}
