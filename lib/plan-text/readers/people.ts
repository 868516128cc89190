import type { Approval, Contact, EmergencyChannel, LabelledText } from "@/lib/domain/plan/plan";
import { finding } from "../findings";
import { splitLabel } from "../markdown/labels";
import { flatItems, isList, itemText } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellOf, type ReadTable } from "../markdown/tables";
import { findMeaning, meaningOf } from "../match-word";
import type { Reading } from "../reading";
import { CHANNEL_KINDS, DOCUMENT_FACTS } from "../words/labels";

/** The roster: one contact a row; the roles' spellings in it become their names. */
export function readContacts(reading: Reading, table: ReadTable): Contact[] {
  return table.rows.flatMap((row) => {
    const spelling = cellOf(table, row, "role") || cellOf(table, row, "person") || "";
    if (spelling === "") {
      reading.findings.push(finding("not-understood", row.lines, { text: row.cells.join(" | ") }));
      return [];
    }
    const contact: Contact = {
      role: reading.roles.role(spelling),
      person: cellOf(table, row, "person") ?? "",
      phone: cellOf(table, row, "phone") || null,
      email: cellOf(table, row, "email") || null,
      lines: row.lines,
    };
    reading.roles.addContact(contact, spelling);
    return [contact];
  });
}

/** Emergency channels from "name: address" items. Lists with other items are left for a finding. */
export function readChannels(reading: Reading, sections: readonly Section[]): EmergencyChannel[] {
  return sections.flatMap((section) =>
    section.blocks.filter(isList).flatMap((list) => {
      const items = flatItems(list).map((item) => ({ item: itemText(item), parts: splitLabel(itemText(item).text) }));
      if (items.some(({ parts }) => parts === null)) return [];
      reading.claimed.add(list);
      reading.namedSections.add(section);
      return items.map(({ item, parts }) => ({
        kind: findMeaning(parts?.label ?? "", CHANNEL_KINDS) ?? ("other" as const),
        name: parts?.label ?? "",
        address: parts?.text ?? "",
        lines: item.lines,
      }));
    }),
  );
}

/** Those whom the document asks to approve it. */
export function readApprovals(reading: Reading, document: readonly LabelledText[]): Approval[] {
  return document
    .filter((row) => meaningOf(row.label, DOCUMENT_FACTS) === "approval")
    .flatMap((row) => reading.roles.owners(row.text).map((role) => ({ role, lines: row.lines })));
}
