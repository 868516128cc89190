import type { RootContent } from "mdast";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import type { Phrases } from "./phrases";
import type { RoleSpeller } from "./role-speller";

/** What every chapter is written with. */
export type Writing = { plan: Plan; phrases: Phrases; roles: RoleSpeller };

/** One part of the document with its heading; `from` is its first line in the document that the plan came from, 0 without one. */
export type Chapter = { from: number; blocks: RootContent[] };

/** The chapter of parts that stand somewhere; null when there are none. */
export function chapterOf(parts: readonly { lines: Lines }[], blocks: RootContent[]): Chapter | null {
  const known = parts.map(({ lines }) => lines.from).filter((from) => from > 0);
  return parts.length === 0 ? null : { from: known.length === 0 ? 0 : Math.min(...known), blocks };
}

/** Neighbours that belong together, in their order. */
export function runsOf<Part>(parts: readonly Part[], keyOf: (part: Part) => string): { key: string; parts: Part[] }[] {
  const runs: { key: string; parts: Part[] }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.key === keyOf(part)) last.parts.push(part);
    else runs.push({ key: keyOf(part), parts: [part] });
  }
  return runs;
}

export const nameOf = ({ text }: { text: string }): string => text;
