import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { readAsides } from "../asides";
import { createRoleBook, type RoleBook } from "../role-book";

/** How roles are spelt in a written plan. */
export type RoleSpeller = {
  /** The roster's spelling. */
  name: (role: RoleId) => string;
  /** The owners of a row: every spelling that the plan knows of a role is used once before one is used again. */
  owners: (roles: readonly RoleId[]) => string;
  /** Whether a reader takes exactly these roles from the end of a text: "Backups are fresh (DBA)". */
  standBeside: (text: string, roles: readonly RoleId[]) => boolean;
};

/** What readers know of the plan's roles and people. */
function bookOf({ roles, contacts }: Plan): RoleBook {
  const book = createRoleBook();
  for (const contact of contacts) book.addPerson(contact.person, contact.role);
  for (const { id, spellings } of roles) for (const spelling of spellings) book.addPerson(spelling, id);
  return book;
}

/** A role's spellings that no other place of the document brings: not the roster, not a sentence that is written as it was. */
export function createRoleSpeller(plan: Plan): RoleSpeller {
  const { roles, language, contacts, document, windows } = plan;
  const book = bookOf(plan);
  const rostered = new Set(contacts.map(({ role }) => role));
  const asWritten = [...document.map(({ text }) => text), ...windows.map(({ ownersText }) => ownersText)];
  const known = new Map(roles.map((role) => [role.id, role]));
  const own = new Map(
    roles.map(({ id, name, spellings }) => {
      // The first spelling that is met becomes the role's name: without a roster that is the one in the first row.
      if (!rostered.has(id)) return [id, spellings];
      const rest = spellings.filter((spelling) => spelling !== name);
      return [id, rest.filter((spelling) => !asWritten.some((text) => text.includes(spelling)))];
    }),
  );
  const open = new Map([...own].map(([id, spellings]) => [id, [...spellings]]));
  const name = (role: RoleId) => known.get(role)?.name ?? role.slice("role:".length);
  const mention = (role: RoleId) => open.get(role)?.shift() ?? own.get(role)?.at(-1) ?? name(role);
  const standBeside = (text: string, ids: readonly RoleId[]) => {
    const read = book.owners(readAsides(text, book).owner);
    return read.length === ids.length && read.every((role, index) => role === ids[index]);
  };
  return { name, owners: (ids) => ids.map(mention).join(language === "zh" ? "、" : ", "), standBeside };
}
