import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { SecretMaker } from "@/lib/ports/keys";

const SECRET_BYTES = 32;

function sha256(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Secrets have 256 random bits, so that a plain SHA-256 of them is safe to keep. */
export const randomSecrets: SecretMaker = {
  id: randomUUID,
  mint(prefix) {
    const secret = `${prefix}${randomBytes(SECRET_BYTES).toString("base64url")}`;
    return { secret, hash: sha256(secret) };
  },
  digits: () => String(randomInt(1_000_000)).padStart(6, "0"),
  hash: sha256,
};
