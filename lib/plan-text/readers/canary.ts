import type { List, RootContent } from "mdast";
import type { CanaryStage, Text } from "@/lib/domain/plan/plan";
import { readMinutes, readPercent } from "../durations";
import { labelledLines } from "../markdown/labels";
import { flatItems, isList, itemText, linesOf, spanning } from "../markdown/node-text";
import { type Section, withDescendants } from "../markdown/outline";
import { meaningOf } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { CANARY_PARTS } from "../words/labels";
import { readSides } from "./pods";

function withoutDuration(name: string): string {
  return name.replace(/\s*[（(][^（()）]*[)）]\s*$/, (part) => (readMinutes(part) === null ? part : "")).trim();
}

function startStage(section: Section, share: number, order: number): CanaryStage {
  return {
    order,
    name: withoutDuration(section.name),
    share,
    soakMin: readMinutes(section.name),
    ...readSides("", share),
    watch: [],
    decisions: [],
    diagram: null,
    lines: section.heading,
  };
}

function texts(lists: readonly List[]): Text[] {
  return lists.flatMap(flatItems).map(itemText);
}

/** "Duration: 1 hour" and the like below a stage's heading. Returns the blocks that were nothing else. */
function readFacts(stage: CanaryStage, blocks: readonly RootContent[]): RootContent[] {
  return blocks.filter((block) => {
    if (block.type === "code") return false;
    const { rows, complete } = labelledLines([block]);
    for (const row of rows) {
      const part = meaningOf(row.label, CANARY_PARTS);
      if (part === "soak") stage.soakMin ??= readMinutes(row.text);
      if (part === "watch") stage.watch.push({ text: row.text, lines: row.lines });
      if (part === "decisions") stage.decisions.push({ text: row.text, lines: row.lines });
    }
    return (
      complete && rows.every((row) => meaningOf(row.label, CANARY_PARTS) !== null || /pods?|副本/i.test(row.label))
    );
  });
}

function addTo(reading: Reading, stage: CanaryStage, section: Section): void {
  const lists = section.blocks.filter(isList);
  const part = meaningOf(section.name, CANARY_PARTS);
  if (part === "watch" || part === "decisions") {
    stage[part].push(...texts(lists));
    claim(reading, lists);
  } else {
    claim(reading, readFacts(stage, section.blocks));
  }
  const drawing = section.blocks.filter((block) => stage.diagram === null && block.type === "code").slice(0, 1);
  stage.diagram ??= takeCode(reading, drawing)[0] ?? null;
  const claimed = section.blocks.filter((block) => reading.claimed.has(block));
  stage.lines = spanning([stage.lines, section.heading, ...claimed.map(linesOf)]);
}

/** A share stands in the heading, or in a "Traffic: 5 %" line right below it. */
function shareOf(section: Section): number | null {
  if (meaningOf(section.name, CANARY_PARTS) === "watch") return null;
  const named = readPercent(section.name);
  if (named !== null) return named;
  const row = labelledLines(section.blocks).rows.find(({ label }) => meaningOf(label, CANARY_PARTS) === "share");
  return row === undefined ? null : readPercent(row.text);
}

/** The stages of a canary strategy in the document's order, with what stands below each until the next begins. */
export function readCanary(reading: Reading, sections: readonly Section[]): CanaryStage[] {
  const stages: CanaryStage[] = [];
  for (const section of sections.flatMap(withDescendants)) {
    const share = shareOf(section);
    if (share !== null) stages.push(startStage(section, share, stages.length + 1));
    const stage = stages.at(-1);
    if (stage !== undefined) {
      addTo(reading, stage, section);
      reading.namedSections.add(section);
    }
  }
  return stages.map((stage) => {
    const text = stage.diagram?.text ?? "";
    return { ...stage, ...readSides(text, stage.share) };
  });
}
