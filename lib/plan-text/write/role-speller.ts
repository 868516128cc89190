import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";

/** How roles are spelt in a written plan. */
export type RoleSpeller = {
  /** The roster's spelling. */
  name: (role: RoleId) => string;
  /** The owners of a row: every spelling that the plan knows of a role is used once before one is used again. */
  owners: (roles: readonly RoleId[]) => string;
};

/** `rostered` roles stand in the contacts under their names; their other spellings belong to the other places. */
export function createRoleSpeller({ roles, language, contacts }: Plan): RoleSpeller {
  const rostered = new Set(contacts.map(({ role }) => role));
  const known = new Map(roles.map((role) => [role.id, role]));
  const open = new Map(
    roles.map(({ id, name, spellings }) => [id, spellings.filter((spelling) => !rostered.has(id) || spelling !== name)]),
  );
  const name = (role: RoleId) => known.get(role)?.name ?? role.slice("role:".length);
  const mention = (role: RoleId) => open.get(role)?.shift() ?? known.get(role)?.spellings.at(-1) ?? name(role);
  return { name, owners: (ids) => ids.map(mention).join(language === "zh" ? "、" : ", ") };
}
