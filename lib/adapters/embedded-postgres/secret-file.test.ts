import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSecret } from "./secret-file";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdpoint-secret-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("a secret is made once, long enough, and readable by its owner alone", async () => {
  const file = join(folder, "secrets/application");
  const secret = await keepSecret(file);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await keepSecret(file)).toBe(secret);
});

test("of many that make it at once all get the same one, and no draft stays behind", async () => {
  const file = join(folder, "secrets/application");
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keepSecret(file)));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(join(folder, "secrets"))).toEqual(["application"]);
});

test("a secret that somebody put there is used as it is", async () => {
  const file = join(folder, "given");
  await writeFile(file, "from the vault\n");
  expect(await keepSecret(file)).toBe("from the vault");
});
