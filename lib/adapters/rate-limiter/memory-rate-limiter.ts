import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiter } from "@/lib/ports/limits";

/** At most `perMin` in a minute for a key, in this process. */
export function memoryRateLimiter(perMin: number): RateLimiter {
  const limiter = new RateLimiterMemory({ points: perMin, duration: 60 });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return { allowed: true };
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        return { allowed: false, retryAfterMs: rejection.msBeforeNext };
      }
    },
  };
}
