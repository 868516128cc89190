import type { Code, Root } from "mdast";
import { findDanglingReference } from "@/lib/domain/plan/dangling-reference";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { finding } from "../findings";
import { linesOf, textOf } from "../markdown/node-text";
import type { Reading } from "../reading";
import { PHRASES } from "../write/phrases";
import { isRecord } from "./guards";
import { isPlan } from "./plan-shape";
import { parseSetting, type Setting, withSetting } from "./setting-lines";

/** The word behind the fence of a block of settings. */
export const SETTINGS_LANGUAGE = "holdpoint";

const own: ReadonlySet<string> = new Set(
  Object.values(PHRASES).flatMap(({ settings, settingsIntro }) => [settings, settingsIntro]),
);

/** Takes the blocks of settings out of a document, with the heading and the sentence that we write above them. */
export function takeSettings(root: Root): { root: Root; blocks: Code[] } {
  const blocks = root.children.filter((node): node is Code => node.type === "code" && node.lang === SETTINGS_LANGUAGE);
  if (blocks.length === 0) return { root, blocks };
  const children = root.children.filter((node) => {
    if (node.type === "code") return node.lang !== SETTINGS_LANGUAGE;
    return !((node.type === "heading" || node.type === "paragraph") && own.has(textOf(node).trim()));
  });
  return { root: { ...root, children }, blocks };
}

const withoutLines: ReadonlySet<string> = new Set(
  "window rollbackable downtime pods gates timeout measure pass fail roles target work arguments matchers".split(" "),
);

/** A value with the line that it stands in, wherever a plan's parts have lines. */
function placed(value: unknown, field: string, lines: Lines): unknown {
  if (Array.isArray(value)) return value.map((entry) => placed(entry, field, lines));
  if (!isRecord(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, placed(entry, key, lines)]));
  const isBare = withoutLines.has(field) || (field === "before" && Object.hasOwn(value, "kind"));
  return isBare || Object.hasOwn(value, "lines") ? inner : { ...inner, lines };
}

function fieldOf({ path }: Setting): string {
  return path.flatMap((step) => ("field" in step ? [step.field] : [])).at(-1) ?? "";
}

type Line = { text: string; lines: Lines };

function linesOfBlock(block: Code): Line[] {
  const first = linesOf(block).from + 1;
  return block.value
    .split("\n")
    .map((text, index) => ({ text, lines: { from: first + index, to: first + index } }))
    .filter(({ text }) => text.trim() !== "" && !text.trimStart().startsWith("#"));
}

/** The plan with what the document sets outright. A line that fits nothing is left out, with a finding. */
export function applySettings(reading: Reading, plan: Plan, blocks: readonly Code[]): Plan {
  let result = plan;
  const lines = blocks.flatMap(linesOfBlock);
  for (const line of lines) {
    const setting = parseSetting(line.text);
    const value = setting === null ? undefined : placed(setting.value, fieldOf(setting), line.lines);
    const changed = setting === null ? undefined : withSetting(result, { ...setting, value });
    if (isPlan(changed)) result = changed;
    else reading.findings.push(finding("setting-unreadable", line.lines, { text: line.text.trim().slice(0, 120) }));
  }
  const dangling = findDanglingReference(result);
  const [first] = lines;
  if (dangling === null || first === undefined || result === plan) return result;
  reading.findings.push(finding("settings-dangling", first.lines, dangling));
  return plan;
}
