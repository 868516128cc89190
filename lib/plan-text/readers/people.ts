import type { RootContent } from "mdast";
import type { Approval, Contact, EmergencyChannel, LabelledText, Text } from "@/lib/domain/plan/plan";
import { lostPart } from "../lost-part";
import { splitLabel } from "../markdown/labels";
import { isList, itemTexts } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellOf, type ReadTable, readTable } from "../markdown/tables";
import { findMeaning, meaningOf } from "../match-word";
import { claim, type Reading } from "../reading";
import { CHANNEL_KINDS } from "../words/channels";
import { DOCUMENT_FACTS } from "../words/information";

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const phone = /(?<![\w@./-])\+?[(（]?\d[\d\s().（）-]{5,}\d(?![\w@])/;

/** A roster's table: one contact a row; the roles' spellings in it become their names. */
export function readContactTable(reading: Reading, table: ReadTable): Contact[] {
  return table.rows.flatMap((row) => {
    const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column) ?? "";
    const spelling = cell("role") || cell("work") || cell("owner") || cell("person") || "";
    if (spelling === "") {
      if (row.cells.some((text) => text !== "")) {
        reading.findings.push(lostPart(row.lines, row.cells.join(" | "), "contacts"));
      }
      return [];
    }
    const all = row.cells.join(" ");
    return [
      remember(reading, spelling, {
        person: cell("person") || (cell("role") === "" ? "" : cell("owner")),
        phone: cell("phone") || null,
        email: cell("email") || mail.exec(all)?.[0] || null,
        handle: cell("handle"),
        lines: row.lines,
      }),
    ];
  });
}

type Known = Omit<Contact, "role"> & { handle: string };

function remember(reading: Reading, spelling: string, { handle, ...known }: Known): Contact {
  const contact: Contact = { role: reading.roles.role(spelling), ...known };
  reading.roles.addContact(contact, spelling);
  for (const word of handle.match(/@[\w.-]+/g) ?? []) reading.roles.addPerson(word.slice(1), contact.role);
  return contact;
}

/** "DBA: Li Si, 138…, li@x", "@alice (SRE) – primary": role, person, phone and mail in one item. */
function ofItem(reading: Reading, { text, lines }: Text): Contact | null {
  const email = mail.exec(text)?.[0] ?? null;
  const number = phone.exec(email === null ? text : text.replace(email, " "))?.[0].trim() ?? null;
  const label = splitLabel(text);
  const isRole = label !== null && reading.roles.knows(label.label);
  const kind = label === null ? null : findMeaning(label.label, CHANNEL_KINDS);
  if (kind !== null && !isRole) return null;
  if (email === null && number === null && !isRole && !/@[\w.-]+/.test(text)) return null;
  if (label === null && email === null && number === null) return null;
  const rest = (label?.text ?? text).replace(email ?? "\uFFFF", " ").replace(number ?? "\uFFFF", " ");
  const pieces = rest
    .split(/\s*[,，;；|/、·]\s*|\s[—–-]\s|[（()）]/)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}@]/u.test(piece));
  const role = label?.label ?? pieces.find((piece) => reading.roles.knows(piece)) ?? pieces[0] ?? "";
  const person = pieces.find((piece) => piece !== role) ?? (label === null ? role : "");
  if (role === "") return null;
  const handle = text.replace(email ?? "\uFFFF", " ");
  return remember(reading, role, { person: person.replace(/^@/, ""), phone: number, email, handle, lines });
}

/** Contacts that stand in lists. A list is taken when each of its items is somebody or a channel. */
export function readContactLists(
  reading: Reading,
  sections: readonly Section[],
): { contacts: Contact[]; channels: EmergencyChannel[] } {
  const contacts: Contact[] = [];
  const channels: EmergencyChannel[] = [];
  for (const section of sections) {
    for (const list of section.blocks.filter(isList).filter((block) => !reading.claimed.has(block))) {
      const items = itemTexts([list]);
      const read = items.map((item) => {
        const contact = ofItem(reading, item);
        return contact ?? channelOf(item);
      });
      if (read.some((one) => one === null)) continue;
      claim(reading, [list]);
      reading.namedSections.add(section);
      for (const one of read) {
        if (one === null) continue;
        if ("role" in one) contacts.push(one);
        else channels.push(one);
      }
    }
  }
  return { contacts, channels };
}

/** "Slack: #release", "Zoom bridge https://…": what it is and where. */
function channelOf({ text, lines }: Text): EmergencyChannel | null {
  const label = splitLabel(text);
  if (label !== null && label.text !== "") {
    return { kind: findMeaning(label.label, CHANNEL_KINDS) ?? "other", name: label.label, address: label.text, lines };
  }
  const found = /^(.*?)\s*[\s(（]((?:#|https?:\/\/|@|\+?\d)[^\s()（）]+.*?)[)）]?$/.exec(text);
  const kind = findMeaning(text, CHANNEL_KINDS);
  if (found === null || kind === null || (found[1] ?? "") === "") return null;
  return { kind, name: found[1] ?? "", address: found[2] ?? "", lines };
}

function ofChannelTable(table: ReadTable): EmergencyChannel[] {
  return table.rows.flatMap((row) => {
    const [name = "", address = ""] = row.cells.filter((cell) => cell !== "");
    return address === ""
      ? []
      : [{ kind: findMeaning(name, CHANNEL_KINDS) ?? "other", name, address, lines: row.lines }];
  });
}

function ofChannelBlock(reading: Reading, block: RootContent): EmergencyChannel[] {
  if (block.type === "table") {
    claim(reading, [block]);
    return ofChannelTable(readTable(block));
  }
  if (!isList(block)) return [];
  const channels = itemTexts([block]).map(channelOf);
  if (channels.some((channel) => channel === null)) return [];
  claim(reading, [block]);
  return channels.flatMap((channel) => channel ?? []);
}

/** Emergency channels from "name: address" items and tables. Lists with other items are left for a finding. */
export function readChannels(reading: Reading, sections: readonly Section[]): EmergencyChannel[] {
  return sections.flatMap((section) =>
    section.blocks
      .filter((block) => !reading.claimed.has(block))
      .flatMap((block) => {
        const channels = ofChannelBlock(reading, block);
        if (channels.length > 0) reading.namedSections.add(section);
        return channels;
      }),
  );
}

function approvalsIn(reading: Reading, text: string, lines: Text["lines"]): Approval[] {
  return reading.roles.owners(text).map((role) => ({ role, lines }));
}

function ofApprovalBlock(reading: Reading, block: RootContent): Approval[] {
  if (isList(block)) {
    return itemTexts([block]).flatMap(({ text, lines }) =>
      approvalsIn(reading, splitLabel(text)?.label ?? text, lines),
    );
  }
  if (block.type !== "table") return [];
  const table = readTable(block);
  return table.rows.flatMap((row) => {
    const who =
      cellOf(table, row, "role") || cellOf(table, row, "person") || row.cells.find((cell) => cell !== "") || "";
    return approvalsIn(reading, who, row.lines);
  });
}

/** Those whom the document asks to approve it: in its head or foot, and under a heading of their own. */
export function readApprovals(
  reading: Reading,
  document: readonly LabelledText[],
  blocks: readonly RootContent[],
): Approval[] {
  const named = document
    .filter((row) => meaningOf(row.label, DOCUMENT_FACTS) === "approval")
    .flatMap((row) => approvalsIn(reading, row.text, row.lines));
  claim(reading, blocks);
  const all = [...named, ...blocks.flatMap((block) => ofApprovalBlock(reading, block))];
  return all.filter(({ role }, index) => all.findIndex((other) => other.role === role) === index);
}
