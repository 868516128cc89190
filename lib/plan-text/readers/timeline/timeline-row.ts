import type { Lines } from "@/lib/domain/plan/plan";

/** One row of a timeline as the document has it, whether it stands in a table, a list or a heading. */
export type TimelineRow = {
  /** What the document counts the row by: "4.2", "B1". */
  number: string;
  label: string;
  name: string;
  startText: string;
  /** The day that a heading above names, e.g. "Day 2". */
  context: string;
  endText: string;
  durationText: string;
  ownerText: string;
  shareText: string;
  /** Nobody is asked for its length: the last such row lasts until the window ends. */
  closes: boolean;
  /** All its words, for what stands beside them: "in parallel". */
  words: string;
  lines: Lines;
};
