import type { Log } from "@/lib/ports/log";

function write(level: string, facts: Record<string, unknown>, sentence: string): void {
  const told = Object.entries(facts).map(
    ([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  try {
    process.stderr.write(`${new Date().toISOString()} ${level} ${sentence}${told.join("")}\n`);
  } catch {
    // It goes to a file on a full disk: what cannot be said does not keep anything from being done.
  }
}

/** One line a fact, as the journal of a host likes it. */
export const plainLog: Log = {
  info: (facts, sentence) => write("info", facts, sentence),
  warn: (facts, sentence) => write("warn", facts, sentence),
  error: (facts, sentence) => write("error", facts, sentence),
};
