import pino from "pino";
import type { Log } from "@/lib/ports/log";

/** Whatever bears such a name is never written down, however deep it lies in the first levels. */
const secrets = ["password", "token", "secret", "cookie", "authorization", "phone", "email"];
const redacted = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** The process's own log: one line of JSON each, without secrets. */
export const log: Log = pino({
  level: process.env["LOG_LEVEL"] ?? (process.env["NODE_ENV"] === "test" ? "silent" : "info"),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  // A fault's code is a fact; a code that stands alone opens something.
  redact: { paths: [...redacted, "code"], censor: "[redacted]" },
  serializers: { error: (error: unknown) => (error instanceof Error ? pino.stdSerializers.err(error) : error) },
});
