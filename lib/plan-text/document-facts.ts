import type { LabelledText } from "@/lib/domain/plan/plan";
import { labelledLines } from "./markdown/labels";
import type { Section } from "./markdown/outline";
import { exactMeaning } from "./match-word";
import { claim, type Reading } from "./reading";
import { DOCUMENT_FACTS } from "./words/document-facts";
import { INFO_ROWS } from "./words/information";

/**
 * The labelled lines at the document's head and foot. Only what no other reader took, in these sections: a paragraph, quote or
 * list that consists of "label: text" lines of which at least one is a known fact about the document. In `heads`, where nothing
 * but the document itself is spoken about, two such lines suffice.
 */
export function readDocumentFacts(
  reading: Reading,
  sections: readonly Section[],
  heads: readonly Section[],
): LabelledText[] {
  const facts: LabelledText[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      if (reading.claimed.has(block) || block.type === "code" || block.type === "table") continue;
      const { rows, complete } = labelledLines([block]);
      const isHead = heads.includes(section);
      const known = rows.some(
        ({ label }) =>
          exactMeaning(label, DOCUMENT_FACTS) !== null || (isHead && exactMeaning(label, INFO_ROWS) !== null),
      );
      if (!complete || (block.type === "list" && rows.length < 2)) continue;
      if (!known && !(isHead && rows.length > 1 && block.type !== "list")) continue;
      claim(reading, [block]);
      facts.push(...rows.map(({ label, text, lines }) => ({ label, text, lines })));
    }
  }
  return facts;
}
