import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, isBuildInput } from "./source-hash";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdpoint-hash-"));
  await put("app/page.tsx", "one");
  await put("package-lock.json", "{}");
});

afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

test.each([
  "app/page.tsx",
  "lib/server/main.ts",
  "prisma/schema.prisma",
  "package-lock.json",
  "scripts/build/bundle.mjs",
])("a change of %s asks for a build", (path) => expect(isBuildInput(path)).toBe(true));

test.each([
  "node_modules/next/package.json",
  ".next/BUILD_ID",
  "data/postgres/PG_VERSION",
  "lib/domain/decide.test.ts",
  "e2e/flows/night.spec.ts",
  "README.md",
  "scripts/test/main.ts",
  "lib/adapters/postgres/generated/client.ts",
])("a change of %s does not", (path) => expect(isBuildInput(path)).toBe(false));

test("the hash follows the bytes and the names, and nothing else", async () => {
  const before = await hashSources(folder);
  await put("data/secrets/x", "noise");
  expect(await hashSources(folder)).toBe(before);
  await put("app/page.tsx", "two");
  const changed = await hashSources(folder);
  expect(changed).not.toBe(before);
  await put("app/page.tsx", "one");
  await put("app/other.tsx", "");
  expect(await hashSources(folder)).not.toBe(before);
});
