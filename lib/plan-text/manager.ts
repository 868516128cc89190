import type { RoleId } from "@/lib/domain/plan/ids";
import type { Contact, LabelledText } from "@/lib/domain/plan/plan";
import { finding } from "./findings";
import { comparable } from "./match-word";
import { factOf } from "./readers/information";
import type { Reading } from "./reading";
import { ROLES } from "./words/roles";

const MANAGER: RoleId = "role:release-manager";
const names = { zh: "发布经理", en: "Release manager" } as const;

/** The role that a head's words name: "DBA lead", "Carla Weiss", "数据架构师 黎昕", "Noor Haddad (Platform)". */
function roleIn(reading: Reading, text: string): RoleId | null {
  const pieces = [text, ...text.split(/\s*[(（)）,，、/:：]\s*|\s+/)].map((piece) => piece.trim());
  const known = pieces.find((piece) => piece !== "" && reading.roles.knows(piece));
  return known === undefined ? null : reading.roles.role(known);
}

const managerWords = ROLES.filter(({ meaning }) => meaning === MANAGER).flatMap(({ zh, en }) => [...zh, ...en]);
/** Words that name the manager only at the head of a document. */
const headWords = [
  "总负责人",
  "负责人",
  "带班",
  "牵头",
  "牵头人",
  "主r",
  "主 r",
  "lead",
  "owner",
  "driver",
  "captain",
  "assigned to",
  "dri",
  "commander",
  "who runs it",
  "谁牵头",
  "谁负责",
];

/** The row of the document's head that names the manager. */
function managerRow(rows: readonly LabelledText[]): LabelledText | null {
  const named = (words: readonly string[]) =>
    rows.find(({ label }) => words.includes(comparable(label.replace(/^[^\p{L}]+/u, ""))));
  return factOf(rows, "manager") ?? named(managerWords) ?? named(headWords) ?? null;
}

/** The role that manages the release. Who fills it is said by the contacts; a head that says otherwise becomes a finding. */
export function readManager(
  reading: Reading,
  { rows, leader }: { rows: readonly LabelledText[]; leader: string },
  contacts: readonly Contact[],
): RoleId {
  const fact = managerRow(rows);
  const led = fact !== null || leader === "" ? null : roleIn(reading, leader);
  const alias = managerWords.map((word) => reading.roles.filledBy(word)).find((role) => role !== null) ?? null;
  const named = (fact === null ? null : roleIn(reading, fact.text)) ?? alias ?? led;
  const handle = fact === null ? null : (/^@[\p{L}\p{N}_.-]+$/u.exec(fact.text.trim())?.[0] ?? null);
  // Somebody whom the document knows by a handle only is nobody else.
  if (handle !== null && contacts.length === 0) return reading.roles.role(handle);
  const contact = contacts.find(({ role, person }) => role === MANAGER && person !== "");
  if (contact === undefined && named !== null && contacts.some(({ role }) => role === named)) return named;
  const known = reading.roles.all().some((role) => role.id === MANAGER);
  if (!known) reading.roles.role(names[reading.language]);
  if (fact === null || named === MANAGER || contact === undefined) return MANAGER;
  if (comparable(contact.person) !== comparable(fact.text)) {
    const facts = { written: fact.text, roster: contact.person, rosterLine: contact.lines.from };
    reading.findings.push(finding("manager-contradicted", fact.lines, facts));
  }
  return MANAGER;
}
