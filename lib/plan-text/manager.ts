import type { RoleId } from "@/lib/domain/plan/ids";
import type { Contact, LabelledText } from "@/lib/domain/plan/plan";
import { finding } from "./findings";
import { comparable, exactMeaning } from "./match-word";
import { factOf } from "./readers/information";
import type { Reading } from "./reading";
import { ROLES } from "./words/roles";

const MANAGER: RoleId = "role:release-manager";
const names = { zh: "发布经理", en: "Release manager" } as const;

/** The role that manages the release. Who fills it is said by the contacts; a head that says otherwise becomes a finding. */
export function readManager(reading: Reading, document: readonly LabelledText[], contacts: readonly Contact[]): RoleId {
  const known = reading.roles.all().some((role) => role.id === MANAGER);
  if (!known) reading.roles.role(names[reading.language]);
  const fact = factOf(document, "manager");
  if (fact === null) return MANAGER;
  if (exactMeaning(fact.text, ROLES) !== null) reading.roles.role(fact.text);
  const contact = contacts.find(({ role, person }) => role === MANAGER && person !== "");
  if (contact !== undefined && comparable(contact.person) !== comparable(fact.text)) {
    const facts = { written: fact.text, roster: contact.person, rosterLine: contact.lines.from };
    reading.findings.push(finding("manager-contradicted", fact.lines, facts));
  }
  return MANAGER;
}
