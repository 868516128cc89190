import type { RootContent } from "mdast";
import type { Finding } from "@/lib/domain/plan/finding";
import type { LabelledText } from "@/lib/domain/plan/plan";
import { finding } from "../../findings";
import { labelledLines } from "../../markdown/labels";
import { exactMeaning, findMeaning } from "../../match-word";
import { claim, type Reading } from "../../reading";
import { CANARY_PARTS } from "../../words/canary-parts";
import { WORK_LABELS } from "../../words/work-labels";

type WorkFacts = { owner: string; work: string; duration: string; start: string; end: string; share: string };

const NO_FACTS: WorkFacts = { owner: "", work: "", duration: "", start: "", end: "", share: "" };

/** "Owner: DBA", "Duration: 20 min", "Traffic: 5 %" among labelled lines; `only` when they say nothing else. */
export function factsOf(rows: readonly { label: string; text: string }[]): { facts: WorkFacts; only: boolean } {
  const facts = { ...NO_FACTS };
  let only = rows.length > 0;
  for (const { label, text } of rows) {
    const meaning =
      exactMeaning(label, WORK_LABELS) ?? (exactMeaning(label, CANARY_PARTS) === "share" ? "share" : null);
    if (meaning === null || meaning === "note") {
      const related = meaning === null ? findMeaning(label, WORK_LABELS) : null;
      if (related === "owner") facts.owner ||= text;
      else if (related === "duration") facts.duration ||= withUnitOf(label, text);
      else only = false;
    } else facts[meaning] ||= text;
  }
  return { facts, only };
}

/** "Time to complete (mins) - 20": a bare figure has the unit that its label names. */
export function withUnitOf(label: string, text: string): string {
  if (!/^\s*[\d.]+\s*$/.test(text)) return text;
  return `${text.trim()} ${/(?:\b|[（(])(?:h|hrs?|hours?|小时)\b/i.test(label) ? "h" : "min"}`;
}

/** What stands beside owner and work and is neither: kept in the document and said to be so. */
function notesAmong(rows: readonly LabelledText[]): Finding[] {
  return rows
    .filter(({ label }) => exactMeaning(label, WORK_LABELS) === "note")
    .map(({ label, text, lines }) => finding("kept-as-prose", lines, { text: `${label}: ${text}` }));
}

/** The facts below a heading. Blocks that say nothing else are claimed. */
export function factsBelow(reading: Reading, blocks: readonly RootContent[]): WorkFacts {
  let all = { ...NO_FACTS };
  for (const block of blocks) {
    if (block.type === "code" || block.type === "table") continue;
    const { rows, complete } = labelledLines([block]);
    const { facts, only } = factsOf(rows);
    if (complete && (only || facts.work !== "")) {
      claim(reading, [block]);
      reading.findings.push(...notesAmong(rows));
    }
    all = {
      owner: all.owner || facts.owner,
      work: all.work || facts.work,
      duration: all.duration || facts.duration,
      start: all.start || facts.start,
      end: all.end || facts.end,
      share: all.share || facts.share,
    };
  }
  return all;
}
