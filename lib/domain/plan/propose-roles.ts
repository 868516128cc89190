import { rolesNeeded } from "../release/start-conditions";
import type { RoleId } from "./ids";
import type { Plan } from "./plan";
import { indexOf } from "./plan-index";

/** Somebody with an account, as far as matching with a roster needs to know. */
export type Candidate = {
  id: string;
  name: string;
  email: string | null;
  planContact: string | null;
  disabled: boolean;
};
export type RoleProposal = {
  role: RoleId;
  roleName: string;
  /** The name that the plan's roster has for the role; null when it has none. */
  contact: string | null;
  /** A release cannot start while nobody fills it. */
  needed: boolean;
  person: { id: string; name: string } | null;
};

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase();

/** For every role of the plan, who of the people is meant: by the contact set for them, by mail address, by name. */
export function proposeRoles(plan: Plan, people: Candidate[]): RoleProposal[] {
  const needed = new Set(rolesNeeded(plan));
  const candidates = people.filter((person) => !person.disabled);
  return [...indexOf(plan).roles].map(([role, roleName]) => {
    const contact = plan.contacts.find((one) => one.role === role);
    const isMeant: ((person: Candidate) => boolean)[] =
      contact === undefined
        ? [(person) => person.planContact !== null && same(person.planContact, roleName)]
        : [
            (person) => person.planContact !== null && same(person.planContact, contact.person),
            (person) => person.email !== null && contact.email !== null && same(person.email, contact.email),
            (person) => same(person.name, contact.person),
          ];
    const found = isMeant.map((rule) => candidates.find(rule)).find((person) => person !== undefined);
    const person = found === undefined ? null : { id: found.id, name: found.name };
    return { role, roleName, contact: contact?.person ?? null, needed: needed.has(role), person };
  });
}
