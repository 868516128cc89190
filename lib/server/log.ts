import pino from "pino";
import type { Log } from "@/lib/ports/log";

/** The process's own log, one JSON object a line; secrets never belong in its facts, and known names of them are blanked. */
export const log: Log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  redact: {
    paths: ["password", "secret", "token", "code", "authorization", "cookie", "*.password", "*.secret", "*.token"],
    censor: "[redacted]",
  },
});
