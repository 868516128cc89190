import type { RoleId } from "@/lib/domain/plan/ids";
import type { RoleProposal } from "@/lib/domain/plan/propose-roles";

export type Named = { id: string; name: string };
/** Who fills a role, as far as the form has been filled in. */
export type Assignment = { role: RoleId; person: string; substitutes: string[] };

/** Whom the roster names; whoever creates a release manages it until it is handed over. */
export function proposedAssignments(proposals: RoleProposal[], creator: { manages: RoleId; id: string }): Assignment[] {
  return proposals.map(({ role, person }) => {
    const fallback = role === creator.manages ? creator.id : "";
    return { role, person: person?.id ?? fallback, substitutes: [] };
  });
}

/** What the command takes: roles with a person, each person with the name that stands in the list. */
export function assignedRoles(assignments: Assignment[], people: Named[]) {
  const named = (id: string) => people.find((person) => person.id === id);
  return assignments.flatMap(({ role, person, substitutes }) => {
    const found = named(person);
    if (found === undefined) return [];
    return [{ role, person: found, substitutes: substitutes.map(named).filter((one) => one !== undefined) }];
  });
}
