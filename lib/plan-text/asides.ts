import { readMinutes } from "./durations";
import { readLeadingTime } from "./leading-time";
import { splitLabel } from "./markdown/labels";
import { comparable, exactMeaning } from "./match-word";
import type { RoleBook } from "./role-book";
import { WORK_LABELS } from "./words/work-labels";

/** What stands beside a piece of work: "Deploy (DevOps, 20 min)", "备份 — DBA", "Ship it @alice". */
export type Asides = { name: string; owner: string; duration: string; time: string };

const lengthOnly =
  /^(?:约|大约|预计|耗时|用时|ca\.?|about|approx\.?|around|~|≈|up to|max\.?|duration|takes|estimated|est\.?)?\s*[:：]?\s*[\d半][\d.\s]*(?:[-–—~至到]\s*[\d.]+\s*)?(?:[a-z]{1,8}\.?|个?小时|分钟|分|天|秒|周)(?:\s?\d+\s?(?:[a-z]{1,8}|分钟|分|秒))?(?:\s*(?:内|左右|max|each))?$/;

function isLength(text: string): boolean {
  return readMinutes(text) !== null && lengthOnly.test(comparable(text));
}

function isTime(text: string): boolean {
  return readLeadingTime(text)?.rest === "";
}

/** Reads one piece into the asides; false when it is none of them. */
function take(piece: string, asides: Asides, book: RoleBook): boolean {
  const part = piece.trim();
  const label = splitLabel(part);
  const meaning = label === null ? null : exactMeaning(label.label, WORK_LABELS);
  if (label !== null && meaning === "owner") asides.owner ||= label.text;
  else if (label !== null && meaning === "duration") asides.duration ||= label.text;
  else if (label !== null && meaning === "start") asides.time ||= label.text;
  else if (isLength(part)) asides.duration ||= part;
  else if (isTime(part)) asides.time ||= part;
  else if (/^(?:@[\w.-]+[\s,，、/&+]*)+$/.test(part) || isKnown(part, book)) {
    asides.owner = asides.owner === "" ? part : `${asides.owner}, ${part}`;
  } else if (withoutDuty(part) !== part && isKnown(withoutDuty(part), book)) {
    return take(withoutDuty(part), asides, book);
  } else return false;
  return true;
}

/** "凌波盯" and "DBA 负责": somebody, and that it is his. */
function withoutDuty(text: string): string {
  return text.replace(/(?<=\S)\s*(?:盯着?|负责|牵头|把关|跟进|来做)$/, "");
}

function isKnown(text: string, book: RoleBook): boolean {
  const parts = text.split(/\s*(?:[+,，、;；&/]|\band\b|和|与)\s*/i).filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => book.knows(part));
}

const bracketed = /^(.*?)\s*(?:[（(]([^（()）]{1,80})[)）]|\[([^[\]]{1,80})\])\s*[.。;；]?$/s;
const dashed = /^(.*\S)\s*(?:\s[—–|·]\s|\s-{1,2}\s|——|—|｜|→\s)\s*([^—–|]{1,60})$/s;
const handles = /^(.*?)[\s,，:：]+((?:@[\w.-]+[\s,，、/&+]*)+)$/s;
const labelled = /^(.*\S)[\s,，;；.。]+((?:owner|duration|负责人|耗时|时长|执行人)\s*[:：]\s*[^,，;；:：]{1,40})$/is;

/** Beside a length or a time a few words without figures are who does it: "后端，10 分钟", "20 min, Platform". */
function takePieces(inside: string, asides: Asides, book: RoleBook): boolean {
  if (take(inside, asides, book)) return true;
  const pieces = inside.split(/\s*[,，;；|·]\s*|、|\s[—–]\s/).filter((piece) => piece !== "");
  const measured = pieces.some((piece) => isLength(piece) || isTime(piece));
  const taken = pieces.map((piece) => {
    if (take(piece, asides, book)) return true;
    if (!measured || /\d/.test(piece) || piece.length > 30 || piece.split(/\s+/).length > 4) return false;
    asides.owner = asides.owner === "" ? piece : `${asides.owner}, ${piece}`;
    return true;
  });
  return taken.every((one) => one);
}

/** "Sync the application, 15 min, Platform": from the length on, everything behind the commas stands beside the work. */
function takeTail(asides: Asides, book: RoleBook): boolean {
  const pieces = asides.name.split(/\s*[,，]\s*/);
  const at = pieces.findIndex((piece, index) => index > 0 && isLength(piece));
  if (at < 0) return false;
  const before = pieces.slice(1, at).findIndex((piece) => isKnown(piece, book));
  const from = before < 0 ? at : before + 1;
  if (!takePieces(pieces.slice(from).join(", "), asides, book)) return false;
  asides.name = pieces.slice(0, from).join(", ");
  return true;
}

const inFront = /^[（(]([^（()）]{1,60})[)）]\s*(.+)$/s;

/** "（20分钟）召集会议": a length or an owner in brackets in front of the name. */
function takeFront(asides: Asides, book: RoleBook): void {
  const found = inFront.exec(asides.name);
  if (found !== null && takePieces(found[1] ?? "", asides, book)) asides.name = (found[2] ?? "").trim();
}

const shortName = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)?$/u;

/** "Snapshot (15 min) [Jelle]": a name in brackets of its own behind those with a length. */
function takeName(inside: string, before: string, asides: Asides): boolean {
  const other = bracketed.exec(before);
  const measured = asides.duration !== "" || (other !== null && isLength(other[2] ?? other[3] ?? ""));
  if (!measured || asides.owner !== "" || !shortName.test(inside)) return false;
  asides.owner = inside;
  return true;
}

/** Owner, length and time at the end of a text, taken off its name as long as what stands there is one of them. */
export function readAsides(text: string, book: RoleBook): Asides {
  const asides: Asides = { name: text.trim(), owner: "", duration: "", time: "" };
  takeFront(asides, book);
  takeTail(asides, book);
  for (let round = 0; round < 4; round += 1) {
    const bracket = bracketed.exec(asides.name);
    const found = bracket ?? handles.exec(asides.name) ?? labelled.exec(asides.name) ?? dashed.exec(asides.name);
    const inside = found === null ? "" : (found[2] ?? found[3] ?? "");
    if (found === null) break;
    if (!takePieces(inside, asides, book) && !takeName(inside, found[1] ?? "", asides)) break;
    asides.name = (found[1] ?? "").replace(/[\s,，;；]+$/, "");
  }
  return asides;
}
