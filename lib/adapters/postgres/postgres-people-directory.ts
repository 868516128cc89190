import type { PeopleDirectory } from "@/lib/ports/people-directory";
import type { Database } from "./database";

/** People with an account that is not disabled. */
export function postgresPeopleDirectory({ client }: Pick<Database, "client">): PeopleDirectory {
  return {
    findPeople: async (ids) => {
      const people = await client.user.findMany({
        where: { id: { in: ids }, disabled: false },
        select: { id: true, name: true },
      });
      return new Map(people.map((person) => [person.id, person]));
    },
  };
}
