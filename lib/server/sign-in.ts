import { normaliseUsername } from "@/lib/domain/people/username";
import { CLIENT_ADDRESS_HEADER } from "./access-settings";
import { log } from "./log";
import { people } from "./people-composition";

export type SignInOutcome =
  | { outcome: "signed_in"; setCookies: string[] }
  | { outcome: "wrong" }
  | { outcome: "rate_limited"; retryAfterSec: number };

/** Longer ones are nobody's, and must not become long keys or long hashing. */
const LONGEST_INPUT = 200;

/** A refusal comes no sooner than this, so that a look-up more or less does not tell a known name from an unknown one. */
const REFUSAL_MS = 400;

async function untilElapsed(startedAt: number): Promise<void> {
  const restMs = REFUSAL_MS - (performance.now() - startedAt);
  if (restMs > 0) await new Promise((done) => setTimeout(done, restMs));
}

/** Signs in with user name or e-mail and password; the outcome and its time are the same for unknown and for known names. */
export async function signIn(
  { username, password }: { username: string; password: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const startedAt = performance.now();
  const { door, signIns, findSignInName } = people();
  const account = normaliseUsername(username).slice(0, LONGEST_INPUT);
  const address = headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  const allowance = await signIns.attempt({ account, address });
  if (!allowance.allowed) {
    log.warn({ address }, "Too many sign-ins were tried.");
    return { outcome: "rate_limited", retryAfterSec: Math.max(1, Math.ceil(allowance.retryAfterMs / 1000)) };
  }
  const found = account === "" || password.length > LONGEST_INPUT ? null : await findSignInName(account);
  const answer = await door.signIn({ username: found, password: password.slice(0, 128), headers });
  if (!answer.ok) {
    log.warn({ address }, "A sign-in was refused.");
    await untilElapsed(startedAt);
    return { outcome: "wrong" };
  }
  await signIns.succeeded({ account, address });
  return { outcome: "signed_in", setCookies: answer.setCookies };
}

/** Ends the session of this browser; the cookies to send take it from there. */
export async function signOut(headers: Headers): Promise<string[]> {
  return people().door.signOut(headers);
}
