import { writeSync } from "node:fs";

/** Writes one line the way the native engine logs; the CLI reads the error code of a failure from here. */
export function logLine(level: "INFO" | "ERROR", message: string, fields: Record<string, string> = {}): void {
  const line = {
    level,
    target: "schema_engine::logger",
    timestamp: new Date().toISOString(),
    fields: { message, ...fields },
  };
  writeSync(2, `${JSON.stringify(line)}\n`);
}
