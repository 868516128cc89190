import type { Log } from "@/lib/ports/log";

export type JobWatchDeps = { loseSilentJobs: () => Promise<number>; log: Log };

export type JobWatch = { stop: () => Promise<void> };

const EVERY_MS = 1_000;
/** After a start runners are given time to speak first: while nothing served them, none could renew its lease. */
const PATIENCE_MS = 20_000;

/** Puts jobs on record as lost whose runner is not heard of any more. Any instance may; the log takes it once. */
export function watchJobs({ loseSilentJobs, log }: JobWatchDeps): JobWatch {
  const patientUntil = performance.now() + PATIENCE_MS;
  let running = true;
  let end: (() => void) | null = null;

  async function look(): Promise<void> {
    if (performance.now() < patientUntil) return;
    try {
      await loseSilentJobs();
    } catch (error) {
      log.warn({ error }, "Could not look after silent runners; trying again in a second.");
    }
  }

  async function loop(): Promise<void> {
    while (running) {
      await look();
      await new Promise<void>((done) => {
        const timer = setTimeout(done, EVERY_MS);
        end = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
  }

  const ended = loop();
  return {
    stop: async () => {
      running = false;
      end?.();
      await ended;
    },
  };
}
