import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runPrisma } from "../prisma/run-prisma";
import { runQuietly } from "../start/run-quietly";
import { root } from "./bundle.mjs";
import { bundleServer } from "./server-entries";
import { hashSources } from "./source-hash";

type Stamp = { schema: string; sources: string };

const stampFile = resolve(root, "dist/build-stamp.json");
const generatedStamp = resolve(root, "lib/adapters/postgres/generated/.schema-hash");

/** Generates the database client when the schema changed since; returns whether it did. */
export async function generateClient(): Promise<boolean> {
  const wanted = await schemaHash();
  const found = await readFile(generatedStamp, "utf8").catch(() => "");
  if (found === wanted) return false;
  const { code, output } = await runPrisma(["generate"]);
  if (code !== 0) throw new Error(`The database client could not be generated:\n${output.trim()}`);
  await writeFile(generatedStamp, wanted);
  return true;
}

async function schemaHash(): Promise<string> {
  const folder = resolve(root, "prisma");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  const files = [...names.map((name) => join(folder, name)), resolve(root, "package-lock.json")];
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex");
}

async function readStamp(): Promise<string> {
  return readFile(stampFile, "utf8").catch(() => "");
}

async function isBuilt(wanted: string): Promise<boolean> {
  const parts = ["dist/server.mjs", ".next/BUILD_ID"].map((part) =>
    stat(resolve(root, part)).then(Boolean, () => false),
  );
  return (await Promise.all(parts)).every(Boolean) && (await readStamp()) === wanted;
}

/** Whether the pages and the server entry are those of the sources as they lie here. */
export async function needsBuild(): Promise<boolean> {
  return !(await isBuilt(await wantedStamp()));
}

async function wantedStamp(): Promise<string> {
  const stamp: Stamp = { schema: await schemaHash(), sources: await hashSources(root) };
  return JSON.stringify(stamp);
}

/** Builds pages and server. The stamp goes first and comes back last: an interrupted build is never taken for a whole one. */
export async function buildProduct(signal?: AbortSignal): Promise<void> {
  const wanted = await wantedStamp();
  await rm(stampFile, { force: true });
  await mkdir(resolve(root, "dist"), { recursive: true });
  const next = resolve(root, "node_modules/next/dist/bin/next");
  await Promise.all([
    runQuietly(process.execPath, [next, "build"], {
      failure: "The pages could not be built",
      ...(signal === undefined ? {} : { signal }),
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
    bundleServer(),
  ]);
  await writeFile(stampFile, wanted);
}
