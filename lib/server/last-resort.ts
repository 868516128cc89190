import type { Log } from "@/lib/ports/log";

/** A fault that nobody caught leaves the process in an unknown state: say so and end, the start brings up a new one. */
export function installLastResort(log: Log): void {
  const give = (error: unknown, origin: string) => {
    const facts = error instanceof Error ? { origin, error: error.message, stack: error.stack } : { origin, error };
    log.error(facts, "a fault that nobody caught: the server ends");
    process.exit(1);
  };
  process.on("uncaughtException", give);
  process.on("unhandledRejection", (reason) => give(reason, "unhandledRejection"));
}
