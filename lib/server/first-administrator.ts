import { usernameFromEmail } from "@/lib/domain/people/username";
import { environment } from "./environment";
import { log } from "./log";
import { people } from "./people-composition";

const REASONS: Readonly<Record<string, string>> = {
  "password-too-short": "it needs 12 characters",
  "password-too-long": "it may have 128 characters",
  "password-common": "it is among the first that are guessed",
  "password-context": "it can be guessed from the name or the product",
};

/**
 * The one-time link under which the first administrator is made; null once there is one. Where the environment names the
 * administrator, this makes it instead.
 */
export async function ensureSetupCode(): Promise<string | null> {
  const { publicUrl, administrator } = environment();
  const code = await people().ensureSetupCode();
  if (code === null) return null;
  if (administrator === null) return `${publicUrl}/setup?code=${code}`;
  const { email, password } = administrator;
  const username = usernameFromEmail(email);
  const made = await people().completeSetup({ code: null, name: username, username, email, password });
  if (!made.ok && made.refusal.kind !== "already") {
    const reason = REASONS[made.refusal.because] ?? made.refusal.because;
    throw new Error(`HOLDPOINT_ADMIN_PASSWORD is refused: ${reason}. Choose another one and start again.`);
  }
  if (made.ok) log.info({ username }, "The first administrator was made from the environment.");
  return null;
}
