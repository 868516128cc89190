import { chmodSync, closeSync, constants, ftruncateSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "@/lib/ports/log";
import { identityOf, isLiving, ProcessIdentity } from "./journal/process-identity";
import { writeWhole } from "./journal/to-disk";

function holderOf(path: string): ProcessIdentity | null {
  try {
    const read = ProcessIdentity.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Over what stood there before: a full disk has room for that. */
function writeInPlace(path: string, text: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    writeWhole(file, text);
    ftruncateSync(file, Buffer.byteLength(text));
  } finally {
    closeSync(file);
  }
}

/** Two runners over one folder would run the same job twice. The sentence says who holds it; null = it is ours now. */
export function holdDataDirectory(folder: string, log: Log): string | null {
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
  try {
    writeInPlace(path, JSON.stringify(own));
  } catch (error) {
    // Whoever takes traffic back is needed most on such a night; the server lets a job be begun once, whoever asks.
    log.error(
      { error: String(error) },
      `${path} cannot be written: a second runner over this folder would not be noticed.`,
    );
  }
  return null;
}
