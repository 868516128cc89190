import type { ItemId, RoleId } from "./ids";
import type { ChecklistItem, ChecklistSection, Plan } from "./plan";

type Owned = { section: Pick<ChecklistSection, "owners">; item: Pick<ChecklistItem, "owners"> };

/** Who signs an item: the roles that it names itself, else those of its section, else the manager. */
export function itemOwners({ manager }: Pick<Plan, "manager">, { section, item }: Owned): RoleId[] {
  const named = item.owners ?? section.owners;
  return named.length > 0 ? named : [manager];
}

/** Everybody who signs some of these items of a section; the section's owners where there are none of them. */
export function signersOf(
  plan: Pick<Plan, "manager">,
  section: ChecklistSection,
  isMeant: (item: ItemId) => boolean = () => true,
): RoleId[] {
  const items = section.items.filter(({ id }) => isMeant(id));
  const signers = items.flatMap((item) => itemOwners(plan, { section, item }));
  return signers.length > 0 ? [...new Set(signers)] : itemOwners(plan, { section, item: {} });
}
