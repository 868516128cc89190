import type { List, ListItem } from "mdast";
import { readAsides } from "../../asides";
import { readLeadingTime } from "../../leading-time";
import { lostPart } from "../../lost-part";
import { splitLabel } from "../../markdown/labels";
import { itemText, linesOf, subItems } from "../../markdown/node-text";
import type { Reading } from "../../reading";
import type { TimelineRow } from "./timeline-row";
import { factsOf } from "./work-facts";

/** "Backup: full dump" and "数据库备份：全量" have a short label in front that is the stage's. */
function rowOf(reading: Reading, item: ListItem, context: string): TimelineRow | null {
  const { text } = itemText(item);
  const [head = "", ...more] = text.split("\n");
  const leading = readLeadingTime(head);
  const asides = readAsides(leading?.rest ?? head, reading.roles);
  const labels = [...more, ...subItems(item).map((sub) => sub.text)].flatMap((line) => splitLabel(line) ?? []);
  const { facts } = factsOf(labels);
  const name = asides.name || leading?.rest || "";
  if (name === "") return null;
  return {
    number: "",
    label: "",
    name,
    startText: leading?.time || asides.time || facts.start,
    context,
    endText: facts.end,
    durationText: asides.duration || facts.duration,
    ownerText: asides.owner || facts.owner,
    shareText: facts.share,
    closes: true,
    words: text,
    lines: linesOf(item),
  };
}

/** The rows of a list with times or lengths; an item without work becomes a finding. */
export function listRows(reading: Reading, list: List, context: string): TimelineRow[] {
  return list.children.flatMap((item) => {
    const row = rowOf(reading, item, context);
    if (row === null) reading.findings.push(lostPart(linesOf(item), itemText(item).text, "timeline"));
    return row === null ? [] : [row];
  });
}
