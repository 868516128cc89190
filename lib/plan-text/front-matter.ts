import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { LabelledText } from "@/lib/domain/plan/plan";

export type FrontMatter = { text: string; rows: LabelledText[]; lines: { from: number; to: number } };

const longest = 200;

function plain(node: unknown): string {
  if (isScalar(node)) return node.value === null ? "" : String(node.source ?? node.value);
  if (isSeq(node))
    return node.items
      .map(plain)
      .filter((text) => text !== "")
      .join(", ");
  if (!isMap(node)) return "";
  return node.items.map(({ key, value }) => `${plain(key)}: ${plain(value)}`).join(", ");
}

/** "release_manager" and "releaseManager" as words. */
function asWords(key: string): string {
  return key.replace(/[_-]+/g, " ").replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

function rowsOf(node: unknown, lineAt: (offset: number) => number): LabelledText[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }): LabelledText[] => {
    if (!isScalar(key)) return [];
    if (isMap(value)) return rowsOf(value, lineAt);
    const from = lineAt(key.range?.[0] ?? 0);
    const end = isScalar(value) || isSeq(value) ? (value.range?.[1] ?? key.range?.[0] ?? 0) : (key.range?.[0] ?? 0);
    const label = asWords(String(key.value));
    return [{ label, text: plain(value), lines: { from, to: Math.max(from, lineAt(Math.max(0, end - 1))) } }];
  });
}

/** Takes the YAML in front of a document off it as labelled rows; its lines stay, empty, so that all others keep their numbers. */
export function takeFrontMatter(text: string): FrontMatter | null {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0 || lines[first]?.trimEnd() !== "---") return null;
  const length = lines.slice(first + 1, first + 1 + longest).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  if (length < 1) return null;
  const counter = new LineCounter();
  const yaml = lines.slice(first + 1, first + 1 + length).join("\n");
  const document = parseDocument(yaml, { lineCounter: counter, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const rows = rowsOf(document.contents, (offset) => first + 1 + counter.linePos(offset).line);
  const to = first + length + 2;
  const rest = lines.map((line, index) => (index >= first && index < to ? "" : line)).join("\n");
  return { text: rest, rows, lines: { from: first + 1, to } };
}
