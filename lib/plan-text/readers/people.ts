import type { Contact, LabelledText } from "@/lib/domain/plan/plan";
import { lostPart } from "../lost-part";
import type { Section } from "../markdown/outline";
import { type ReadRow, type ReadTable, readTable } from "../markdown/tables";
import { exactMeaning } from "../match-word";
import { looksLikePerson, roleAndPerson } from "../person-name";
import { claim, type Reading } from "../reading";
import type { Column } from "../words/column";
import { DOCUMENT_FACTS } from "../words/document-facts";
import { INFO_ROWS } from "../words/information";
import { mailIn, phoneIn } from "./contact-marks";

type Known = Omit<Contact, "role"> & { handle: string };

/** Notes somebody as filling the role that is spelt so. */
export function remember(reading: Reading, spelling: string, { handle, ...known }: Known): Contact {
  const contact: Contact = { role: reading.roles.rosterRole(spelling, known.person), ...known };
  reading.roles.addContact(contact, spelling.replace(/^@/, ""));
  for (const word of handle.match(/@[\p{L}\p{N}_.-]+/gu) ?? []) reading.roles.addPerson(word.slice(1), contact.role);
  return contact;
}

const besides: ReadonlySet<Column> = new Set(["number", "phone", "email", "handle", "status", "time", "signature"]);

/** The columns of a roster, by their heads and, where these do not say, by what stands below them. */
function rosterColumns(reading: Reading, table: ReadTable): { role: number; person: number } {
  const texts = table.headers.flatMap((_, index) => {
    const column = table.columns[index] ?? null;
    const cells = table.rows.map((row) => row.cells[index] ?? "");
    const isReach = cells.every((cell) => cell === "" || mailIn(cell) !== null || phoneIn(cell) !== null);
    return (column !== null && besides.has(column)) || isReach ? [] : [index];
  });
  const role = table.columns.indexOf("role");
  const named = table.columns.indexOf("person");
  const person = named >= 0 || role < 0 ? named : table.columns.indexOf("owner");
  if (role >= 0 && person >= 0) return { role, person };
  if (role >= 0) return { role, person: texts.find((index) => index !== role) ?? -1 };
  if (person >= 0) return { role: texts.find((index) => index !== person) ?? person, person };
  const [first = 0, second = -1] = texts;
  const votes = table.rows.filter((row) => {
    const [one = "", two = ""] = [row.cells[first], row.cells[second]];
    return roleAndPerson(one, two, reading.roles).role === one;
  });
  return votes.length * 2 >= table.rows.length ? { role: first, person: second } : { role: second, person: first };
}

function reachOf(table: ReadTable, row: ReadRow): Pick<Known, "phone" | "email" | "handle"> {
  const cell = (column: Column) => row.cells[table.columns.indexOf(column)] ?? "";
  const all = row.cells.join(" ");
  return {
    phone: cell("phone") || phoneIn(all),
    email: cell("email") || mailIn(all),
    handle: `${cell("handle")} ${cell("person")}`,
  };
}

/** A roster's table: one contact a row; the roles' spellings in it become their names. */
export function readContactTable(reading: Reading, table: ReadTable): Contact[] {
  const columns = rosterColumns(reading, table);
  return table.rows.flatMap((row) => {
    const person = row.cells[columns.person] ?? "";
    const spelling = (row.cells[columns.role] ?? "") || person;
    if (spelling === "") {
      if (row.cells.some((text) => text !== "")) {
        reading.findings.push(lostPart(row.lines, row.cells.join(" | "), "contacts"));
      }
      return [];
    }
    const known = { person: person.replace(/^@/, ""), ...reachOf(table, row), lines: row.lines };
    return [remember(reading, spelling, known)];
  });
}

/** Rows of information that name somebody nobody else has named: "算法 | 邬工". */
export function readNamedRows(reading: Reading, rows: readonly LabelledText[]): Contact[] {
  return rows.flatMap(({ label, text, lines }) => {
    const isFact = (exactMeaning(label, INFO_ROWS) ?? exactMeaning(label, DOCUMENT_FACTS)) !== null;
    if (isFact || !looksLikePerson(text) || text.startsWith("@") || reading.roles.filledBy(text) !== null) return [];
    return [remember(reading, label, { person: text, phone: null, email: null, handle: "", lines })];
  });
}

/** Tables under a roster's heading in which somebody can be reached, whatever their heads say. */
export function readOtherRosters(reading: Reading, sections: readonly Section[]): Contact[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.type !== "table" || reading.claimed.has(block)) return [];
      const table = readTable(block);
      const reached = table.rows.filter(({ cells }) =>
        cells.some((cell) => mailIn(cell) !== null || phoneIn(cell) !== null),
      );
      if (reached.length * 2 < table.rows.length || table.rows.length === 0) return [];
      claim(reading, [block]);
      reading.namedSections.add(section);
      return readContactTable(reading, table);
    }),
  );
}
