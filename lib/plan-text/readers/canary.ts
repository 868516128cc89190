import type { RootContent } from "mdast";
import type { CanaryStage, Text } from "@/lib/domain/plan/plan";
import { readCriterion } from "../criterion-text";
import { readMinutes, readPercent } from "../durations";
import { labelledLines, splitLabel } from "../markdown/labels";
import { flatItems, isList, itemText, itemTexts, linesOf, spanning, subItems, textOf } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { isDrawing } from "../markdown/shapes";
import { cellOf, readTable } from "../markdown/tables";
import { exactMeaning, meaningOf } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { levelOf } from "../trigger-level";
import { CANARY_PARTS, type CanaryPart } from "../words/canary-parts";
import { FULL_TRAFFIC } from "../words/full-traffic";
import { readSides } from "./pods";
import type { TriggerDraft } from "./triggers";

/** Canary stages, and the triggers that stand inside them. */
export type FoundCanary = { stages: CanaryStage[]; triggers: TriggerDraft[] };

function withoutDuration(name: string): string {
  return name.replace(/\s*[（(][^（()）]*[)）]\s*$/, (part) => (readMinutes(part) === null ? part : "")).trim();
}

function startStage(name: string, share: number, order: number, lines: CanaryStage["lines"]): CanaryStage {
  return {
    order,
    name: withoutDuration(name),
    share,
    soakMin: readMinutes(name),
    ...readSides("", share),
    watch: [],
    decisions: [],
    diagram: null,
    lines,
  };
}

/** Puts sentences where their label says; what can be measured among exit criteria is watched. */
function put(found: FoundCanary, part: CanaryPart | null, texts: readonly Text[], heading: string): boolean {
  const stage = found.stages.at(-1);
  if (stage === undefined || part === null || part === "owner" || part === "start") return part !== null;
  for (const { text, lines } of texts.filter((one) => one.text !== "")) {
    if (part === "soak") stage.soakMin ??= readMinutes(text);
    else if (part === "watch") stage.watch.push({ text, lines });
    else if (part === "decisions" || part === "entry") stage.decisions.push({ text, lines });
    else if (part === "exit")
      stage[readCriterion(text).comparator === null ? "decisions" : "watch"].push({ text, lines });
    else if (part === "triggers") found.triggers.push({ text, lines, level: levelOf(heading) ?? levelOf(text) });
  }
  return true;
}

/** Labels may have their texts below them: "Exit criteria:" with a list inside the item. */
function readLabelled(found: FoundCanary, block: RootContent): boolean {
  if (isList(block)) {
    const taken = block.children.map((item) => {
      const { text, lines } = itemText(item);
      const label = splitLabel(text) ?? { label: text, text: "" };
      const part = label.text === "" ? exactMeaning(label.label, CANARY_PARTS) : meaningOf(label.label, CANARY_PARTS);
      const own = label.text === "" ? [] : [{ text: label.text, lines }];
      return put(found, part, [...own, ...subItems(item)], label.label) || /pods?|副本/i.test(label.label);
    });
    return taken.every((one) => one);
  }
  const { rows, complete } = labelledLines([block]);
  const taken = rows.map((row) => {
    const part = meaningOf(row.label, CANARY_PARTS);
    return put(found, part, [{ text: row.text, lines: row.lines }], row.label) || /pods?|副本/i.test(row.label);
  });
  return complete && taken.every((one) => one);
}

function hasLabels(block: RootContent): boolean {
  if (!isList(block)) return true;
  return block.children.some((item) => {
    const { text } = itemText(item);
    const label = splitLabel(text);
    return meaningOf(label?.label ?? "", CANARY_PARTS) !== null || exactMeaning(text, CANARY_PARTS) !== null;
  });
}

/** Text that shows the stage; what has the name of a shell is work. */
function isPicture(block: RootContent): boolean {
  return block.type === "code" && (isDrawing(block) || /^(?:text|txt|plain|ascii)?$/i.test(block.lang ?? ""));
}

/** "From 09:00, leave it for 45 minutes": a short sentence right below a stage's heading says how long it is watched. */
function saysSoak(stage: CanaryStage, block: RootContent): boolean {
  if (block.type !== "paragraph" || stage.soakMin !== null) return false;
  const text = textOf(block);
  const minutes = text.length > 80 || /[<>≤≥%]/.test(text) ? null : readMinutes(text);
  stage.soakMin = minutes;
  return minutes !== null;
}

/** What stands below a heading goes to the stage that is open: by its labels, else by the heading's own meaning. */
function addTo(reading: Reading, found: FoundCanary, section: Section, isStage: boolean): void {
  const stage = found.stages.at(-1);
  if (stage === undefined) return;
  const part = isStage ? null : meaningOf(section.name, CANARY_PARTS);
  for (const block of section.blocks) {
    if (reading.claimed.has(block) || block.type === "code" || block.type === "table") continue;
    if (isList(block) && (part !== null || !hasLabels(block))) {
      put(found, part ?? "watch", itemTexts([block]), section.name);
      claim(reading, [block]);
    } else if (readLabelled(found, block) || (isStage && saysSoak(stage, block))) claim(reading, [block]);
  }
  const drawing = section.blocks.filter((block) => stage.diagram === null && isPicture(block)).slice(0, 1);
  stage.diagram ??= takeCode(reading, drawing)[0] ?? null;
  const claimed = section.blocks.filter((block) => reading.claimed.has(block));
  stage.lines = spanning([stage.lines, section.heading, ...claimed.map(linesOf)]);
}

/** A share stands in the heading, or in a "Traffic: 5 %" line right below it. */
function shareOf(section: Section): number | null {
  const part = meaningOf(section.name, CANARY_PARTS);
  if (part !== null && part !== "share" && part !== "start" && part !== "soak") return null;
  const named = readPercent(section.name);
  if (named !== null) return named;
  const row = labelledLines(
    section.blocks.filter((block) => block.type !== "code" && block.type !== "table"),
  ).rows.find(({ label }) => meaningOf(label, CANARY_PARTS) === "share");
  return row === undefined ? null : readPercent(row.text);
}

/** "Everyone": the last stage needs no figure. */
function fullShare(name: string): number | null {
  return exactMeaning(name, FULL_TRAFFIC) === null ? null : 100;
}

/** "5% for 30 min" and "1. 25 % (1 hour): error rate < 1 %": stages as items of a list or rows of a table. */
function readItems(reading: Reading, found: FoundCanary, block: RootContent): boolean {
  if (!isList(block)) return false;
  const shares = block.children.map((item) => readPercent(itemText(item).text.split(/[:：<>≤≥]/)[0] ?? ""));
  if (shares.length < 2 || shares.filter((share) => share !== null).length < shares.length * 0.6) return false;
  for (const item of block.children) {
    const { text } = itemText(item);
    const share = readPercent(text.split(/[<>≤≥]/)[0] ?? "");
    if (share === null) continue;
    found.stages.push(startStage(text.split("\n")[0] ?? text, share, found.stages.length + 1, linesOf(item)));
    for (const list of item.children.filter(isList)) {
      if (hasLabels(list)) readLabelled(found, list);
      else put(found, "watch", flatItems(list).map(itemText), "");
    }
  }
  claim(reading, [block]);
  return true;
}

function readRows(reading: Reading, found: FoundCanary, block: RootContent): boolean {
  if (block.type !== "table") return false;
  const table = readTable(block);
  const stages = table.rows.flatMap((row) => {
    const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column) ?? "";
    const written = cell("share") || row.cells.find((text) => readPercent(text) !== null && !/[<>≤≥]/.test(text)) || "";
    const share = readPercent(written) ?? (/^\d+(?:\.\d+)?$/.test(written) ? Number(written) : null);
    return share === null ? [] : [{ row, share, cell, name: cell("stage") || cell("work") || cell("item") || written }];
  });
  if (stages.length < 2 || stages.length < table.rows.length * 0.6) return false;
  claim(reading, [block]);
  for (const { row, share, cell, name } of stages) {
    const stage = startStage(name, share, found.stages.length + 1, row.lines);
    stage.soakMin = readMinutes(cell("duration") || cell("time")) ?? stage.soakMin;
    found.stages.push(stage);
    const said = (text: string): Text[] =>
      text.split(/\s*[;；\n]\s*|、/).map((part) => ({ text: part, lines: row.lines }));
    put(found, "watch", said(cell("focus")), "");
    put(found, "entry", said(cell("entry")), "");
    put(found, "exit", said(cell("exit") || cell("threshold")), "");
    put(found, "triggers", said(cell("condition")), "");
  }
  return true;
}

/** The stages of a canary strategy in the document's order, with what stands below each until the next begins. */
export function readCanary(reading: Reading, sections: readonly Section[]): FoundCanary {
  const found: FoundCanary = { stages: [], triggers: [] };
  for (const section of sections) {
    const share = shareOf(section) ?? (found.stages.length > 0 ? fullShare(section.name) : null);
    if (share !== null) found.stages.push(startStage(section.name, share, found.stages.length + 1, section.heading));
    else {
      for (const block of section.blocks) {
        if (!reading.claimed.has(block) && (readRows(reading, found, block) || readItems(reading, found, block))) {
          reading.namedSections.add(section);
        }
      }
    }
    if (found.stages.length === 0) continue;
    addTo(reading, found, section, share !== null);
    reading.namedSections.add(section);
  }
  const stages = found.stages.map((stage) => ({ ...stage, ...readSides(stage.diagram?.text ?? "", stage.share) }));
  return { stages, triggers: found.triggers };
}
