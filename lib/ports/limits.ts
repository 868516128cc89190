/** Whether one more is allowed now; if not, in how many milliseconds. */
export type Allowance = { allowed: true } | { allowed: false; retryAfterMs: number };

/** Slows down who tries passwords, per account and per address, for all instances together. Never for good. */
export interface SignInLimiter {
  attempt(who: { account: string; address: string }): Promise<Allowance>;
  succeeded(who: { account: string; address: string }): Promise<void>;
}

/** Slows down who guesses a display's code, by address and altogether. */
export interface CodeLimiter {
  attempt(address: string): Promise<Allowance>;
}

/** So many in a minute, counted in this process. */
export interface RateLimiter {
  take(key: string): Promise<Allowance>;
}
