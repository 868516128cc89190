import { passwordProblem } from "@/lib/domain/people/password-policy";
import { normaliseUsername, usernameProblem } from "@/lib/domain/people/username";
import type { Permission } from "@/lib/domain/release/actor";
import type { NewPerson } from "@/lib/ports/people";
import type { PeoplePorts } from "./people-ports";
import { type Refused, refuse } from "./refusals";

export type Credentials = { username: string; password: string };
type Wanted = Credentials & {
  name: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
};

/** Judges user name and password; the expensive hash is only made of good ones. */
export async function preparePerson(
  { secrets, passwords }: Pick<PeoplePorts, "secrets" | "passwords">,
  { username, password, ...person }: Wanted,
): Promise<{ ok: true; person: NewPerson } | Refused> {
  const problem =
    usernameProblem(username) ??
    passwordProblem(password, [username, person.name, ...(person.email === null ? [] : [person.email])]);
  if (problem !== null) return refuse("invalid", problem);
  const passwordHash = await passwords.hash(password);
  return { ok: true, person: { ...person, id: secrets.id(), username: normaliseUsername(username), passwordHash } };
}
