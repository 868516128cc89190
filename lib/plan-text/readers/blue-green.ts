import type { BlueGreen } from "@/lib/domain/plan/blue-green";
import type { CodeBlock } from "@/lib/domain/plan/plan";
import { readMinutes } from "../durations";
import { spanning } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { meaningOf } from "../match-word";
import { type Reading, takeCode } from "../reading";
import { BLUE_GREEN_PARTS, type BlueGreenPart } from "../words/canary-parts";

/** A blue-green switch: the state before, the configuration that switches and the one that goes back. */
export function readBlueGreen(reading: Reading, sections: readonly Section[]): BlueGreen | null {
  const blocks = new Map<BlueGreenPart, CodeBlock>();
  let rollbackWithinMin: number | null = null;
  for (const section of sections.flatMap(withDescendants)) {
    const part = meaningOf(section.name, BLUE_GREEN_PARTS);
    if (part === null || blocks.has(part)) continue;
    const [block] = takeCode(reading, section.blocks.filter((found) => found.type === "code").slice(0, 1));
    if (block === undefined) continue;
    blocks.set(part, block);
    reading.namedSections.add(section);
    if (part === "rollback") rollbackWithinMin = readMinutes(section.name);
  }
  if (blocks.size === 0) return null;
  return {
    before: blocks.get("before") ?? null,
    switch: blocks.get("switch") ?? null,
    rollback: blocks.get("rollback") ?? null,
    rollbackWithinMin,
    lines: spanning(sections.map(sectionLines)),
  };
}
