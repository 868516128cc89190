import type { Lines } from "@/lib/domain/plan/plan";

/** One row of a timeline as the document has it, whether it stands in a table, a list or a heading. */
export type TimelineRow = {
  label: string;
  name: string;
  startText: string;
  /** The day that a heading above names, e.g. "Day 2". */
  context: string;
  endText: string;
  durationText: string;
  ownerText: string;
  shareText: string;
  /** All its words, for what stands beside them: "in parallel". */
  words: string;
  lines: Lines;
};
