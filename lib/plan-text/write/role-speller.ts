import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";

/** How roles are spelt in a written plan. */
export type RoleSpeller = {
  /** The roster's spelling. */
  name: (role: RoleId) => string;
  /** The owners of a row: every spelling that the plan knows of a role is used once before one is used again. */
  owners: (roles: readonly RoleId[]) => string;
};

/** A role's spellings that no other place of the document brings: not the roster, not a sentence that is written as it was. */
export function createRoleSpeller({ roles, language, contacts, document, windows }: Plan): RoleSpeller {
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
  return { name, owners: (ids) => ids.map(mention).join(language === "zh" ? "、" : ", ") };
}
