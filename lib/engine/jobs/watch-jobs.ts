import type { Log } from "@/lib/ports/log";

export type JobWatchDeps = { loseSilentJobs: () => Promise<number>; log: Log };

export type JobWatch = { stop: () => Promise<void> };

const EVERY_MS = 1_000;
/** After a start or an outage runners are given time to speak first: while nothing served them, none could renew its lease. */
const PATIENCE_MS = 20_000;
/** Two looks so far apart: this process, or the database, stood still in between. */
const STANDSTILL_MS = 5_000;

/** Puts jobs on record as lost whose runner is not heard of any more. Any instance may; the log takes it once. */
export function watchJobs({ loseSilentJobs, log }: JobWatchDeps): JobWatch {
  let lookedAt = performance.now();
  let patientUntil = lookedAt + PATIENCE_MS;
  let running = true;
  let end: (() => void) | null = null;

  async function look(): Promise<void> {
    const now = performance.now();
    if (now - lookedAt > STANDSTILL_MS) patientUntil = now + PATIENCE_MS;
    lookedAt = now;
    if (now < patientUntil) return;
    try {
      await loseSilentJobs();
    } catch (error) {
      patientUntil = performance.now() + PATIENCE_MS;
      log.warn({ error }, "Could not look after silent runners; first they get time to speak again.");
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
