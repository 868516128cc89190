import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";

/** What a document is sent and read as, told by its name. */
export type DocumentForm = "markdown" | "json" | "yaml";

export function formOf(file: string): DocumentForm {
  if (/\.json$/i.test(file)) return "json";
  return /\.ya?ml$/i.test(file) ? "yaml" : "markdown";
}

/** The text of a file, or of standard input for "-". Rejects where it cannot be read or is not UTF-8. */
export async function readDocument(file: string): Promise<string> {
  const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
