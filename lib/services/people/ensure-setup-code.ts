import type { PeoplePorts } from "./people-ports";

const DAY_MS = 86_400_000;
const SETUP_CODE_DAYS = 7;

/** A fresh one-time code while nobody administers; null afterwards. */
export async function ensureSetupCode({
  people,
  setup,
  secrets,
  now,
}: Pick<PeoplePorts, "people" | "setup" | "secrets" | "now">): Promise<string | null> {
  if (await people.hasAdministrator()) return null;
  const { secret, hash } = secrets.mint("");
  await setup.addCode(hash, (await now()) + SETUP_CODE_DAYS * DAY_MS);
  return secret;
}
