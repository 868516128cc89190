import type { RootContent } from "mdast";
import type { Contact, EmergencyChannel, Lines, Text } from "@/lib/domain/plan/plan";
import { splitLabel } from "../markdown/labels";
import { isList, itemTexts, linesOf, paragraphLines } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { exactMeaning } from "../match-word";
import { roleAndPerson } from "../person-name";
import { claim, type Reading } from "../reading";
import { TOPICS, WHOLE_TOPICS } from "../words/topics";
import { channelKind, channelOf, channelOfLine } from "./channels";
import { mailIn, phoneIn } from "./contact-marks";
import { remember } from "./people";

type Found = Contact | EmergencyChannel | "known";

/** The words of an entry without what reaches somebody, taken apart: "温岚（DBA）" → "温岚", "DBA". */
function piecesOf(text: string, email: string | null, number: string | null): string[] {
  return text
    .replace(email ?? "\uFFFF", " ")
    .replace(number ?? "\uFFFF", " ")
    .split(/\s*[,，;；|/、·:：]\s*|\s[—–-]\s|[（()）]|(?<=^@[^\s]+)\s+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}@]/u.test(piece));
}

/** "DBA: Li Si, 138…, li@x", "@alice (SRE) – primary", "黎昕（架构师）：137…": role, person, phone and mail in one entry. */
function ofEntry(reading: Reading, { text, lines }: Text): Found | null {
  const email = mailIn(text);
  const number = phoneIn(text);
  const label = splitLabel(text);
  const [first = "", second = ""] = piecesOf(text, email, number);
  const kind = label === null ? null : channelKind(label.label);
  if (kind !== null && (second === "" || email === null) && !reading.roles.knows(first)) return null;
  const isKnown = reading.roles.knows(first) || reading.roles.knows(second);
  if (email === null && number === null && !isKnown && !/@[\p{L}\w.-]+/u.test(text)) return null;
  if (label === null && email === null && number === null) return null;
  if (first === "") return null;
  const { role, person } = roleAndPerson(first, second, reading.roles);
  if (email === null && number === null && label !== null && reading.roles.knows(label.text)) {
    reading.roles.addPerson(label.label, reading.roles.role(label.text));
    return "known";
  }
  const handle = text.replace(email ?? "\uFFFF", " ");
  const name = person === "" && label === null ? role : person;
  return remember(reading, role, { person: name.replace(/^@/, ""), phone: number, email, handle, lines });
}

/** Entries of one line: "@a (lead, +46 …), @b (SRE, +46 …)" and "@甲 后端 134…；@乙 测试 134…". */
function entriesIn(text: string): string[] {
  const parts = text.split(/\s*[;；]\s*|\s+[/·|｜]\s+|(?<=[)）])\s*[,，、]\s*/).filter((part) => part !== "");
  const reaching = parts.filter((part) => mailIn(part) !== null || phoneIn(part) !== null || part.includes("@"));
  return reaching.length === parts.length ? parts : [text];
}

function isRoster(words: string): boolean {
  return (exactMeaning(words, TOPICS) ?? exactMeaning(words, WHOLE_TOPICS)) === "contacts";
}

/** The lines of a paragraph that may be contacts: all of a roster's, else what follows "Contacts:". */
function paragraphEntries(block: RootContent, inRoster: boolean): Text[] {
  if (block.type !== "paragraph") return [];
  return paragraphLines(block).flatMap(({ text, line }) => {
    const label = splitLabel(text);
    const named = label !== null && isRoster(label.label);
    if (!named && !inRoster) return [];
    const lines: Lines = { from: line, to: line };
    return (named ? label.text : text)
      .split(/\s+[·|｜]\s+/)
      .flatMap(entriesIn)
      .map((entry) => ({ text: entry, lines }));
  });
}

function entriesOf(block: RootContent, inRoster: boolean): Text[] {
  if (isList(block)) return inRoster ? itemTexts([block]) : [];
  const entries = paragraphEntries(block, inRoster);
  const { from, to } = linesOf(block);
  const covered = new Set(entries.map(({ lines }) => lines.from));
  return covered.size === to - from + 1 ? entries : [];
}

/** In running text only what reaches somebody is an entry; in a roster's list everybody who is named. */
function readEntry(reading: Reading, entry: Text, inList: boolean): Found | null {
  if (inList) return ofEntry(reading, entry) ?? channelOf(entry);
  const reaches = mailIn(entry.text) !== null || phoneIn(entry.text) !== null || entry.text.includes("@");
  return (reaches ? ofEntry(reading, entry) : null) ?? channelOfLine(entry);
}

/** Contacts and channels in lists and lines. A block is taken when each of its entries is somebody or a channel. */
export function readContactLists(
  reading: Reading,
  rosters: readonly Section[],
  others: readonly Section[],
): { contacts: Contact[]; channels: EmergencyChannel[] } {
  const contacts: Contact[] = [];
  const channels: EmergencyChannel[] = [];
  for (const section of new Set([...rosters, ...others])) {
    for (const block of section.blocks.filter((one) => !reading.claimed.has(one))) {
      const entries = entriesOf(block, rosters.includes(section));
      const read = entries.map((entry) => readEntry(reading, entry, isList(block)));
      if (read.length === 0 || read.some((one) => one === null)) continue;
      claim(reading, [block]);
      reading.namedSections.add(section);
      for (const one of read) {
        if (one === null || one === "known") continue;
        if ("role" in one) contacts.push(one);
        else channels.push(one);
      }
    }
  }
  return { contacts, channels };
}
