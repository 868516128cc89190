import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isLiving, ProcessIdentity } from "./journal/process-identity";

function holderOf(path: string): ProcessIdentity | null {
  try {
    const read = ProcessIdentity.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Two runners over one folder would run the same job twice. The sentence says who holds it; null = it is ours now. */
export function holdDataDirectory(folder: string): string | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What jobs write and what is said of them is nobody else's, also in a folder that somebody made by hand.
  chmodSync(folder, 0o700);
  const path = join(folder, "runner.lock");
  const holder = holderOf(path);
  if (holder !== null && holder.pid !== process.pid && isLiving(holder)) {
    return `Another runner (process ${holder.pid}) works with ${folder}.`;
  }
  const own = identityOf(process.pid);
  if (own === null) return "This system has no /proc: a runner needs Linux.";
  writeFileSync(path, JSON.stringify(own), { mode: 0o600 });
  return null;
}
