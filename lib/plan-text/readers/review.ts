import type { AgendaItem, Review } from "@/lib/domain/plan/review";
import { readMinutes } from "../durations";
import { labelledLines } from "../markdown/labels";
import { isList, itemText, linesOf, subItems } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { meaningOf } from "../match-word";
import { claim, type Reading } from "../reading";
import { REVIEW_PARTS } from "../words/playbook-parts";

const lengthInBrackets = /\s*[（(]([^（()）]*)[)）]\s*$/;

function agendaOf(section: Section): AgendaItem[] {
  return section.blocks.filter(isList).flatMap((list) =>
    list.children.map((item) => {
      const { text } = itemText(item);
      const minutes = readMinutes(lengthInBrackets.exec(text)?.[1] ?? "");
      const name = minutes === null ? text : text.replace(lengthInBrackets, "");
      return { name, minutes, topics: subItems(item), lines: linesOf(item) };
    }),
  );
}

/** The review after the release: when, who, agenda and what comes out of it. */
export function readReview(reading: Reading, sections: readonly Section[]): Review | null {
  const [first] = sections;
  if (first === undefined) return null;
  const review: Review = { whenText: null, whoText: null, agenda: [], output: null, lines: sectionLines(first) };
  for (const section of withDescendants(first)) {
    const part = meaningOf(section.name, REVIEW_PARTS);
    for (const block of section.blocks) {
      const { rows, complete } = labelledLines([block]);
      const parts = rows.map((row) => ({ row, part: meaningOf(row.label, REVIEW_PARTS) }));
      if (!complete || parts.some((found) => found.part === null)) continue;
      claim(reading, [block]);
      for (const found of parts) {
        if (found.part === "when") review.whenText ??= found.row.text;
        if (found.part === "who") review.whoText ??= found.row.text;
        if (found.part === "output") review.output ??= found.row.text;
      }
    }
    const open = { ...section, blocks: section.blocks.filter((block) => !reading.claimed.has(block)) };
    if (part !== "agenda" && section !== first) continue;
    review.agenda.push(...agendaOf(open));
    claim(reading, open.blocks.filter(isList));
    reading.namedSections.add(section);
  }
  return review;
}
