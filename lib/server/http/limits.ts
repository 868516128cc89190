import { memoryRateLimiter } from "@/lib/adapters/rate-limiter/memory-rate-limiter";
import type { RateLimiter } from "@/lib/ports/limits";
import { environment } from "../environment";

const IMPORTS_PER_MIN = 5;
const ATTEMPTS_PER_MIN = 20;

type Limits = { commands: RateLimiter; imports: RateLimiter; attempts: RateLimiter };

let limits: Limits | null = null;

/** Limits of this process: commands and imports a person, tries of codes and links an address. */
export function rateLimits(): Limits {
  limits ??= {
    commands: memoryRateLimiter(environment().commandsPerMinute),
    imports: memoryRateLimiter(IMPORTS_PER_MIN),
    attempts: memoryRateLimiter(ATTEMPTS_PER_MIN),
  };
  return limits;
}
