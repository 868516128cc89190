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
  /** The role of a roster's row: two people under like words ("优惠开发", "库存开发") keep roles of their own. */
  rosterRole: (spelling: string, person: string) => RoleId;
  /** Whether a spelling names a role or person for certain: a word of the tables, or somebody of the contacts. */
  knows: (spelling: string) => boolean;
  /** The role of somebody who is named in the document's roster. */
  filledBy: (person: string) => RoleId | null;
  addContact: (contact: Contact, spelling: string) => void;
  /** Another name of somebody whose role is known, such as a handle. */
  addPerson: (name: string, role: RoleId) => void;
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

function withoutAt(text: string): string {
  return text.replace(/^@/, "").trim();
}

/** "DevOps 值班" and "SRE on-call" without what only says that they are on duty. */
function withoutQualifiers(text: string): string {
  let bare = withoutAt(text);
  for (const word of ROLE_QUALIFIERS) {
    const at = comparable(bare).lastIndexOf(word);
    if (at > 0 && comparable(bare).length === bare.length && at + word.length === bare.length) {
      bare = bare.slice(0, at).trim();
    }
  }
  return bare;
}

/** Of "Li Si (DBA)" and "DBA: Li Si" the part that is known; else what stands outside. */
function certainPart(spelling: string, knows: (part: string) => boolean): string {
  const found = /^\s*([^（(:：]+?)\s*(?:[（(]\s*([^（()）]+?)\s*[)）]|[:：]\s*(.+))\s*$/.exec(spelling);
  if (found === null) return spelling;
  const [outside, inside] = [found[1] ?? "", found[2] ?? found[3] ?? ""];
  return !knows(outside) && knows(inside) ? inside : outside;
}

/** What somebody is called for short: the first name of "Marius Petit". */
function firstName(person: string): string | null {
  if (findMeaning(person, ROLES) !== null) return null;
  return (
    /^(\p{Lu}\p{Ll}+)(?: (?:van|von|de|der|den|da|di|del|bin|al|la))*(?: \p{Lu}[\p{L}'’.-]+)+$/u.exec(person)?.[1] ??
    null
  );
}

export function createRoleBook(): RoleBook {
  const roles = new Map<RoleId, PlanRole>();
  const people = new Map<string, RoleId>();

  /** The role that this is for certain: of the roster's people, of the words, or met before. */
  function certainRole(written: string): RoleId | null {
    const met: RoleId = `role:${slug(written)}`;
    return people.get(comparable(written)) ?? exactMeaning(written, ROLES) ?? (roles.has(met) ? met : null);
  }

  function role(spelling: string): RoleId {
    const whole = withoutAt(certainPart(spelling, knows));
    const written = withoutQualifiers(whole);
    const certain = certainRole(whole) ?? certainRole(written) ?? findMeaning(written, ROLES);
    return certain === null ? remember(`role:${slug(whole)}`, whole) : remember(certain, written);
  }

  function rosterRole(spelling: string, person: string): RoleId {
    const written = withoutQualifiers(spelling);
    const loose = exactMeaning(written, ROLES) === null ? findMeaning(written, ROLES) : null;
    const isTaken = [...people].some(([name, held]) => held === loose && name !== comparable(person));
    if (loose === null || person === "" || !isTaken) return role(spelling);
    return remember(`role:${slug(spelling)}`, withoutAt(spelling));
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
    const short = comparable(firstName(contact.person) ?? "");
    if (short !== "" && !people.has(short)) people.set(short, contact.role);
    remember(contact.role, spelling);
  }

  function addPerson(name: string, id: RoleId): void {
    people.set(comparable(name), id);
  }

  function knows(spelling: string): boolean {
    return certainRole(withoutAt(spelling)) !== null || certainRole(withoutQualifiers(spelling)) !== null;
  }

  const filledBy = (person: string) => people.get(comparable(person)) ?? null;
  return { owners, role, rosterRole, knows, filledBy, addContact, addPerson, all: () => [...roles.values()] };
}
