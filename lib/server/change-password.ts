import { passwordProblem } from "@/lib/domain/people/password-policy";
import type { Refusal } from "@/lib/domain/release/refusal";
import type { PersonRecord } from "@/lib/ports/people";
import { CLIENT_ADDRESS_HEADER } from "./access-settings";
import { log } from "./log";
import { people } from "./people-composition";

type PasswordOutcome =
  | { outcome: "changed"; setCookies: string[] }
  | { outcome: "refused"; refusal: Refusal }
  | { outcome: "rate_limited"; retryAfterMs: number };

type Change = { current: string; password: string; headers: Headers };

function refused(because: string): PasswordOutcome {
  return { outcome: "refused", refusal: { kind: "invalid", because, facts: {} } };
}

/**
 * Changes one's own password. The present one is asked for, counted like a sign-in: whoever found an open browser must not guess it there.
 * Every session ends with it, this browser gets a new one.
 */
export async function changePassword(
  { username, name, email }: Pick<PersonRecord, "username" | "name" | "email">,
  { current, password, headers }: Change,
): Promise<PasswordOutcome> {
  const { door, signIns } = people();
  const problem = passwordProblem(password, [username, name, ...(email === null ? [] : [email])]);
  if (problem !== null) return refused(problem);
  if (password === current) return refused("password-same");
  const who = { account: username, address: headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown" };
  const allowance = await signIns.attempt(who);
  if (!allowance.allowed) return { outcome: "rate_limited", retryAfterMs: allowance.retryAfterMs };
  const answer = await door.changePassword({ current, password, headers });
  if (!answer.ok) {
    log.warn({ address: who.address }, "A change of a password was refused.");
    return refused("password-wrong");
  }
  await signIns.succeeded(who);
  return { outcome: "changed", setCookies: answer.setCookies };
}
