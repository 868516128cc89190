import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

async function readSecret(file: string): Promise<string | undefined> {
  try {
    const text = (await readFile(file, "utf8")).trim();
    return text === "" ? undefined : text;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return undefined;
    throw error;
  }
}

/** The secret kept in `file` (readable by its owner alone), made of 32 random bytes the first time. */
export async function keepSecret(file: string): Promise<string> {
  const known = await readSecret(file);
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  try {
    // link never replaces: of two processes that make the secret at once, both end up with the first one's.
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, "code") === "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
  return (await readSecret(file)) ?? "";
}
