import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { SecretBox } from "@/lib/ports/secret-box";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

function keyId(key: Buffer): string {
  return createHash("sha256").update("holdpoint key id").update(key).digest("hex").slice(0, 8);
}

/**
 * AES-256-GCM (SR-8): `id.base64(iv ‖ tag ‖ text)`. The id is bound to the text, so that it cannot be exchanged. The key is derived
 * from the application's secret of at least 32 characters, which comes from the environment or a file that only its user may read.
 */
export function aesSecretBox(applicationSecret: string): SecretBox {
  const key = createHash("sha256").update("holdpoint secrets").update(applicationSecret).digest();
  const id = keyId(key);
  return {
    seal: (secret) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(id));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64")}`;
    },
    open: (sealed) => {
      const [known, rest = ""] = sealed.split(".");
      const bytes = Buffer.from(rest, "base64");
      if (known !== id || bytes.length < ivBytes + tagBytes) return null;
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes))
          .setAAD(Buffer.from(id))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
