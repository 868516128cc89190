import type { List, ListItem } from "mdast";
import { readAsides } from "../../asides";
import { readLeadingTime } from "../../leading-time";
import { lostPart } from "../../lost-part";
import { splitLabel } from "../../markdown/labels";
import { itemText, linesOf, subItems } from "../../markdown/node-text";
import type { Reading } from "../../reading";
import type { TimelineRow } from "./timeline-row";
import { factsOf } from "./work-facts";

type Place = { context: string; owners: ReadonlySet<string> };

const handleInFront = /^(@[\p{L}\p{N}_.-]+(?:[\s,，、/&+]+@[\p{L}\p{N}_.-]+)*)[\s:：,，—–-]+(\S.*)$/su;

/** "@lee back up" and "Emre: dump": whoever does it stands in front of the work. */
function ownerInFront(text: string, owners: ReadonlySet<string>): { owner: string; rest: string } {
  const handle = handleInFront.exec(text);
  if (handle !== null) return { owner: handle[1] ?? "", rest: handle[2] ?? "" };
  const label = splitLabel(text);
  const isOwner = label !== null && label.text !== "" && owners.has(label.label);
  return isOwner ? { owner: label.label, rest: label.text } : { owner: "", rest: text };
}

const oneName = /^(?:\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}|\p{Script=Han}{2,4})$/u;

/** The labels of a list that are people: known ones, and names that stand in front of one piece of work after another. */
function ownersIn(reading: Reading, list: List): Set<string> {
  const labels = list.children.flatMap((item) => {
    const [head = ""] = itemText(item).text.split("\n");
    return splitLabel(readLeadingTime(head)?.rest ?? head)?.label ?? [];
  });
  const distinct = new Set(labels);
  const repeats = labels.length * 5 >= list.children.length * 4 && distinct.size * 3 <= labels.length * 2;
  return new Set([...distinct].filter((label) => reading.roles.knows(label) || (repeats && oneName.test(label))));
}

/** "Backup: full dump" and "数据库备份：全量" have a short label in front that is the stage's. */
function rowOf(reading: Reading, item: ListItem, at: Place): TimelineRow | null {
  const { text } = itemText(item);
  const [head = "", ...more] = text.split("\n");
  const leading = readLeadingTime(head);
  const front = ownerInFront(leading?.rest ?? head, at.owners);
  const asides = readAsides(front.rest, reading.roles);
  const labels = [...more, ...subItems(item).map((sub) => sub.text)].flatMap((line) => splitLabel(line) ?? []);
  const { facts } = factsOf(labels);
  const name = asides.name || front.rest;
  if (name === "") return null;
  return {
    number: "",
    label: "",
    name,
    startText: leading?.time || asides.time || facts.start,
    context: at.context,
    endText: facts.end,
    durationText: asides.duration || facts.duration,
    ownerText: front.owner || asides.owner || facts.owner,
    shareText: facts.share,
    closes: true,
    words: text,
    lines: linesOf(item),
  };
}

/** The rows of a list with times or lengths; an item without work becomes a finding. */
export function listRows(reading: Reading, list: List, context: string): TimelineRow[] {
  const owners = ownersIn(reading, list);
  return list.children.flatMap((item) => {
    const row = rowOf(reading, item, { context, owners });
    if (row === null) reading.findings.push(lostPart(linesOf(item), itemText(item).text, "timeline"));
    return row === null ? [] : [row];
  });
}
