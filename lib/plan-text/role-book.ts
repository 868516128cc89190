import type { RoleId } from "@/lib/domain/plan/ids";
import type { Contact, PlanRole } from "@/lib/domain/plan/plan";
import { comparable, exactMeaning, findMeaning } from "./match-word";
import { ROLE_QUALIFIERS, ROLES } from "./words/roles";

/** Collects every role of a document, merged by meaning. */
export type RoleBook = {
  /** The roles of an owner's cell such as "PM + 客服"; empty when it names nobody. */
  owners: (text: string) => RoleId[];
  /** The role of one spelling, which is then known. */
  role: (spelling: string) => RoleId;
  addContact: (contact: Contact, spelling: string) => void;
  /** Roster first, then in the order in which they were met. */
  all: () => PlanRole[];
};

const separators = /\s*(?:[+,、，;；&/|]|\band\b|以及|和|及|与)\s*/i;
const nobody = /^[-—–~/\s]*$|^(?:n\/a|none|无|tbd)$/i;

function slug(text: string): string {
  return (
    comparable(text)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "unnamed"
  );
}

function withoutQualifiers(text: string): string {
  let bare = text.replace(/^@/, "").trim();
  for (const word of ROLE_QUALIFIERS) {
    const at = comparable(bare).indexOf(word);
    if (at > 0 && comparable(bare).length === bare.length)
      bare = (bare.slice(0, at) + bare.slice(at + word.length)).trim();
  }
  return bare;
}

export function createRoleBook(): RoleBook {
  const roles = new Map<RoleId, PlanRole>();
  const people = new Map<string, RoleId>();

  function role(spelling: string): RoleId {
    const written = withoutQualifiers(spelling);
    const id = exactMeaning(written, ROLES) ?? people.get(comparable(written)) ?? findMeaning(written, ROLES);
    return remember(id ?? `role:${slug(written)}`, written);
  }

  function remember(id: RoleId, spelling: string): RoleId {
    const known = roles.get(id);
    if (known === undefined) roles.set(id, { id, name: spelling, spellings: [spelling] });
    else if (!known.spellings.includes(spelling) && !people.has(comparable(spelling))) known.spellings.push(spelling);
    return id;
  }

  function owners(text: string): RoleId[] {
    if (nobody.test(text.trim())) return [];
    const parts = text.split(separators).filter((part) => !nobody.test(part));
    return [...new Set(parts.map(role))];
  }

  function addContact(contact: Contact, spelling: string): void {
    if (contact.person !== "") people.set(comparable(contact.person), contact.role);
    remember(contact.role, spelling);
  }

  return { owners, role, addContact, all: () => [...roles.values()] };
}
