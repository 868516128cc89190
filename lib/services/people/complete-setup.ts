import type { Answer } from "@/lib/contracts/answer";
import type { PersonId } from "@/lib/domain/release/actor";
import type { PeoplePorts } from "./people-ports";
import { type Credentials, preparePerson } from "./prepare-person";
import { refuse } from "./refusals";

type Setup = Credentials & { code: string | null; name: string; email: string | null };

/** Makes the first administrator; `code` null only where the installation's own environment asks for it. */
export async function completeSetup(ports: PeoplePorts, request: Setup): Promise<Answer<{ person: PersonId }>> {
  const now = await ports.now();
  const code = request.code === null ? null : { hash: ports.secrets.hash(request.code), now };
  if (code !== null && !(await ports.setup.isOpen(code.hash, now)))
    return refuse("not_allowed_now", "setup-code-unknown");
  const { username, password, name, email } = request;
  const prepared = await preparePerson(ports, {
    username,
    password,
    name,
    email,
    permissions: ["administrator", "planner"],
    planContact: null,
  });
  if (!prepared.ok) return prepared;
  switch (await ports.setup.createFirstAdministrator(prepared.person, code)) {
    case "done":
      return { ok: true, value: { person: prepared.person.id } };
    case "exists":
      return refuse("already", "setup-done");
    case "taken":
      return refuse("already", "username-taken");
    case "unknown":
      return refuse("not_allowed_now", "setup-code-unknown");
  }
}
