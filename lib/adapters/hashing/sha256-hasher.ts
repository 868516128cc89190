import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Hasher } from "@/lib/ports/hasher";

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON can be hashed.");
  return text;
}

export const sha256Hasher: Hasher = {
  hash: (value) => createHash("sha256").update(canonical(value)).digest("hex"),
  hashText: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  chain: (previous, value) => createHash("sha256").update(previous).update(canonical(value)).digest("hex"),
};
