import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Allowance, CodeLimiter, SignInLimiter } from "@/lib/ports/limits";

const ACCOUNT = { points: 5, firstDelayS: 15, longestDelayS: 120 };
const ADDRESS = { points: 20, firstDelayS: 30, longestDelayS: 600 };
/** Six digits can be guessed: few tries for an address, and few for all addresses together. */
const CODE_ADDRESS = { points: 5, firstDelayS: 30, longestDelayS: 600 };
const CODE_EVERYBODY = { points: 30, firstDelayS: 15, longestDelayS: 60 };
const WINDOW_S = 60;
const FORGET_S = 1800;

type Gate = { attempt: (key: string) => Promise<Allowance>; forgive: (key: string) => Promise<void> };

/** Counts attempts in a window; each time it overflows the pause doubles, up to a longest one. What is tried during a pause does not lengthen it. */
function growingGate(client: object, name: string, { points, firstDelayS, longestDelayS }: typeof ACCOUNT): Gate {
  const store = { storeClient: client, tableName: "rateLimit" };
  const window = new RateLimiterPrisma({ ...store, keyPrefix: name, points, duration: WINDOW_S });
  const overflows = new RateLimiterPrisma({ ...store, keyPrefix: `${name}-over`, points: 1e6, duration: FORGET_S });
  return {
    async attempt(key) {
      try {
        await window.consume(key);
        return { allowed: true };
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        if (rejection.consumedPoints > points + 1) return { allowed: false, retryAfterMs: rejection.msBeforeNext };
        const { consumedPoints: times } = await overflows.consume(key);
        const delayS = Math.min(firstDelayS * 2 ** (times - 1), longestDelayS);
        const blockedS = Math.max(delayS, Math.ceil(rejection.msBeforeNext / 1000));
        await window.block(key, blockedS);
        return { allowed: false, retryAfterMs: blockedS * 1000 };
      }
    },
    async forgive(key) {
      await Promise.all([window.delete(key), overflows.delete(key)]);
    },
  };
}

/** Sign-in attempts, counted in Postgres: 5 a minute for an account, 20 for an address. */
export function postgresSignInLimiter(client: object): SignInLimiter {
  const accounts = growingGate(client, "account", ACCOUNT);
  const addresses = growingGate(client, "address", ADDRESS);
  return {
    async attempt({ account, address }) {
      const byAddress = await addresses.attempt(address);
      return byAddress.allowed ? accounts.attempt(account) : byAddress;
    },
    async succeeded({ account, address }) {
      await Promise.all([accounts.forgive(account), addresses.forgive(address)]);
    },
  };
}

/** Tries of a display's six digits, counted in Postgres for all instances together. */
export function postgresCodeLimiter(client: object): CodeLimiter {
  const addresses = growingGate(client, "code-address", CODE_ADDRESS);
  const everybody = growingGate(client, "code", CODE_EVERYBODY);
  return {
    async attempt(address) {
      const own = await addresses.attempt(address);
      return own.allowed ? everybody.attempt("all") : own;
    },
  };
}
