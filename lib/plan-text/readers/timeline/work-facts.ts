import type { RootContent } from "mdast";
import { labelledLines } from "../../markdown/labels";
import { exactMeaning, findMeaning } from "../../match-word";
import { claim, type Reading } from "../../reading";
import { CANARY_PARTS } from "../../words/canary-parts";
import { WORK_LABELS } from "../../words/work-labels";

type WorkFacts = { owner: string; duration: string; start: string; end: string; share: string };

const NO_FACTS: WorkFacts = { owner: "", duration: "", start: "", end: "", share: "" };

/** "Owner: DBA", "Duration: 20 min", "Traffic: 5 %" among labelled lines; `only` when they say nothing else. */
export function factsOf(rows: readonly { label: string; text: string }[]): { facts: WorkFacts; only: boolean } {
  const facts = { ...NO_FACTS };
  let only = rows.length > 0;
  for (const { label, text } of rows) {
    const meaning =
      exactMeaning(label, WORK_LABELS) ?? (exactMeaning(label, CANARY_PARTS) === "share" ? "share" : null);
    if (meaning === null || meaning === "note") {
      const related = meaning === null ? findMeaning(label, WORK_LABELS) : null;
      if (related === "owner" || related === "duration") facts[related] ||= text;
      else only = false;
    } else facts[meaning] ||= text;
  }
  return { facts, only };
}

/** The facts below a heading. Blocks that say nothing else are claimed. */
export function factsBelow(reading: Reading, blocks: readonly RootContent[]): WorkFacts {
  let all = { ...NO_FACTS };
  for (const block of blocks) {
    if (block.type === "code" || block.type === "table") continue;
    const { rows, complete } = labelledLines([block]);
    const { facts, only } = factsOf(rows);
    if (complete && only) claim(reading, [block]);
    all = {
      owner: all.owner || facts.owner,
      duration: all.duration || facts.duration,
      start: all.start || facts.start,
      end: all.end || facts.end,
      share: all.share || facts.share,
    };
  }
  return all;
}
