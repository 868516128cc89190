import type { Answer } from "@/lib/contracts/answer";
import type { Command } from "@/lib/domain/release/commands";
import type { Person } from "@/lib/domain/release/state";
import type { PeopleDirectory } from "@/lib/ports/people-directory";
import { refuse } from "../refusal-reasons";

/** The people as the directory knows them: a name in the log is never what a client said. */
export async function findNamed(people: PeopleDirectory, asked: Person[]): Promise<Answer<Person[]>> {
  const known = await people.findPeople(asked.map((person) => person.id));
  const found: Person[] = [];
  for (const { id } of asked) {
    const person = known.get(id);
    if (person === undefined) return refuse("unknown_id", "unknown-person", { id });
    found.push(person);
  }
  return { ok: true, value: found };
}

/** A hand-over with the names that the directory has; every other command as it is. */
export async function nameAssignedPeople(people: PeopleDirectory, command: Command): Promise<Answer<Command>> {
  if (command.type !== "role.assign") return { ok: true, value: command };
  const { person, substitutes } = command;
  const named = await findNamed(people, [...(person === null ? [] : [person]), ...(substitutes ?? [])]);
  if (!named.ok) return named;
  const first = person === null ? null : (named.value[0] ?? null);
  const others = substitutes === undefined ? {} : { substitutes: named.value.slice(person === null ? 0 : 1) };
  return { ok: true, value: { ...command, person: first, ...others } };
}
