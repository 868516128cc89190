import type { Finding } from "@/lib/domain/plan/finding";
import { finding } from "./findings";

const limitBytes = 256 * 1024;
const limitDepth = 60;
const limitLine = 20_000;

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** The first character that Postgres cannot keep: U+0000 or half of a surrogate pair. */
function badCharacter(text: string): Finding | null {
  const found = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  if (found === null) return null;
  const line = lineOf(text, found.index);
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return finding("bad-character", { from: line, to: line }, { code });
}

const prefixOf = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;

/** Columns at which list items begin in a line's prefix, and how many quotes it stands in: "> - 1. a" → [2, 4] and 1. */
function markersOf(line: string): { items: number[]; quotes: number } {
  const prefix = (prefixOf.exec(line)?.[0] ?? "").replaceAll("\t", "    ");
  const items = [...prefix.matchAll(/[-*+]|\d+[.)]/g)].map((found) => found.index);
  return { items, quotes: prefix.split(">").length - 1 };
}

/**
 * Deepest possible nesting of quotes and lists by line prefixes alone, before any parser sees the text. Code is counted too,
 * and a list stays open until an item stands further left: only the parser knows better, and it must not be asked.
 */
function tooDeep(lines: readonly string[]): Finding | null {
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const { items, quotes } = markersOf(line);
    const first = items[0] ?? Number.POSITIVE_INFINITY;
    while ((open.at(-1) ?? -1) >= first) open.pop();
    open.push(...items);
    const depth = open.length + quotes;
    if (depth > limitDepth) {
      return finding("too-deep", { from: index + 1, to: index + 1 }, { depth, limit: limitDepth });
    }
  }
  return null;
}

/** Why a document is not even parsed: too large, characters that cannot be stored, nesting that would stall the parser. */
export function refuseSource(source: string, lines: readonly string[]): Finding | null {
  const whole = { from: 1, to: lines.length };
  const bytes = byteLength(source);
  if (bytes > limitBytes) {
    return finding("too-large", whole, { size: Math.ceil(bytes / 1024), limit: limitBytes / 1024 });
  }
  const long = lines.findIndex((line) => line.length > limitLine);
  if (long >= 0) {
    const at = { from: long + 1, to: long + 1 };
    return finding("line-too-long", at, { length: lines[long]?.length ?? 0, limit: limitLine });
  }
  return badCharacter(source) ?? tooDeep(lines);
}
