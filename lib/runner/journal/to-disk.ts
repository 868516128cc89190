import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** All of it, or it throws: a disk that is about to be full takes the beginning of a write, and says so only when the rest follows. */
export function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let at = 0;
  while (at < bytes.length) at += writeSync(file, bytes, at);
}

/** The names in a folder are on the disk when it returns. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
