import { readAsides } from "../../asides";
import { readLeadingTime } from "../../leading-time";
import { type Section, sectionLines } from "../../markdown/outline";
import type { Reading } from "../../reading";
import type { TimelineRow } from "./timeline-row";
import { factsBelow } from "./work-facts";

export type HeadingRow = TimelineRow & { section: Section; timed: boolean; known: boolean };

/** A heading read as a stage: "### 02:00 Backup (DBA, 20 min)", with the owner and length that stand below it. */
export function headingRow(reading: Reading, section: Section): HeadingRow {
  const leading = readLeadingTime(section.title) ?? readLeadingTime(section.name);
  const asides = readAsides(leading?.rest || section.name, reading.roles);
  const facts = factsBelow(reading, section.blocks);
  const time = leading?.time || asides.time || facts.start;
  return {
    number: section.number ?? "",
    label: "",
    name: leading?.rest === "" ? facts.work || section.name : asides.name || section.name,
    startText: time,
    context: "",
    endText: facts.end,
    durationText: asides.duration || facts.duration,
    ownerText: asides.owner || facts.owner,
    shareText: facts.share,
    closes: true,
    words: section.title,
    lines: sectionLines(section),
    section,
    timed: time !== "",
    known: time !== "" || asides.duration !== "" || facts.duration !== "" || facts.owner !== "" || asides.owner !== "",
  };
}
