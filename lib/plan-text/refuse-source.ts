import type { Finding } from "@/lib/domain/plan/plan";
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

/** Markers of quotes and lists that a line begins with: "> > - " nests three deep by itself. */
function markersOf(line: string): number {
  const prefix = /^(?:[ \t]|>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/.exec(line)?.[0] ?? "";
  return prefix.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
}

const listItem = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Deepest possible nesting of quotes and lists by line prefixes alone, before any parser sees the text. Code is counted too:
 * what is code and what is not, only the parser knows.
 */
function tooDeep(lines: readonly string[]): Finding | null {
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const indent = listItem.exec(line);
    if (indent !== null) {
      const width = (indent[1] ?? "").replaceAll("\t", "    ").length;
      while ((open.at(-1) ?? -1) >= width) open.pop();
      open.push(width);
    } else if (/^\S/.test(line)) open.length = 0;
    const depth = open.length + markersOf(line);
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
