import type { Finding } from "@/lib/domain/plan/finding";
import { EVERYONE, type RoleId } from "@/lib/domain/plan/ids";
import type { ChecklistSection, PlanRole } from "@/lib/domain/plan/plan";
import { finding } from "./findings";
import { findMeaning } from "./match-word";
import { SECTION_OWNERS } from "./words/section-owners";

/** Checklist sections with an owner each: the document's, else one proposed by what the section is about, with a finding. */
export function proposeOwners(
  sections: readonly ChecklistSection[],
  roles: readonly PlanRole[],
  manager: RoleId,
): { sections: ChecklistSection[]; findings: Finding[] } {
  const known = new Map(roles.map((role) => [role.id, role.name]));
  const findings: Finding[] = [];
  const owned = sections.map((section) => {
    if (section.owners.length > 0) return section;
    const fitting = findMeaning(section.name, SECTION_OWNERS) ?? [];
    const owner = fitting.find((role) => role !== EVERYONE && known.has(role)) ?? manager;
    const facts = { section: section.name, role: known.get(owner) ?? owner };
    findings.push(finding("section-owner-proposed", { from: section.lines.from, to: section.lines.from }, facts));
    return { ...section, owners: [owner], ownersProposed: true };
  });
  return { sections: owned, findings };
}
