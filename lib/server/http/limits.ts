import { memoryRateLimiter } from "@/lib/adapters/rate-limiter/memory-rate-limiter";
import type { RateLimiter } from "@/lib/ports/limits";
import { services } from "../composition";
import { environment } from "../environment";
import { oncePerProcess } from "../once-per-process";
import { type CommandLimit, commandLimit } from "./command-limit";

/** Reading without keeping: the import screen reads again as one types. */
const READINGS_PER_MIN = 60;
/** Every open chart asks every 5 s, on as many screens as a room has; more than this is a loop. */
const SAMPLES_PER_MIN = 1_200;
const ATTEMPTS_PER_MIN = 20;

type Limits = {
  commands: CommandLimit;
  imports: RateLimiter;
  readings: RateLimiter;
  samples: RateLimiter;
  attempts: RateLimiter;
};

async function isRehearsal(releaseId: string): Promise<boolean> {
  const found = await services().getReleaseSnapshot({ releaseId });
  return found?.state.clock.mode === "rehearsal";
}

/** Limits of this process: commands, imports and readings a person, tries of codes and links an address. */
export function rateLimits(): Limits {
  return oncePerProcess("rate-limits", () => ({
    commands: commandLimit(environment().commandsPerMinute, isRehearsal),
    imports: memoryRateLimiter(environment().importsPerMinute),
    readings: memoryRateLimiter(READINGS_PER_MIN),
    samples: memoryRateLimiter(SAMPLES_PER_MIN),
    attempts: memoryRateLimiter(ATTEMPTS_PER_MIN),
  }));
}
