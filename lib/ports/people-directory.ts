import type { PersonId } from "@/lib/domain/release/actor";
import type { Person } from "@/lib/domain/release/state";

/** Who has an account that may be given work, by id. */
export interface PeopleDirectory {
  findPeople(ids: PersonId[]): Promise<Map<PersonId, Person>>;
}
