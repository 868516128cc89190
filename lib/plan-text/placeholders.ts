import type { Finding } from "@/lib/domain/plan/finding";
import { finding } from "./findings";
import { ABSENT } from "./markdown/absent";
import { comparable } from "./match-word";
import { BLANK_WORDS, HTML_TAGS, PLACEHOLDER_SHAPES, PLACEHOLDER_WORDS } from "./words/placeholders";

const shapes = PLACEHOLDER_SHAPES.map(({ shape }) => shape.source).join("|");
const bracketed = /<([^<>\n]{1,60})>|[[【]([^[\]【】\n]{1,60})[\]】](?![(:[])|(?<!\]|\$)\{([^{}\n]{1,40})\}/gu;
const shaped = new RegExp(shapes, "gu");
const aloud = /(?<![\p{L}\d])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\d])/gu;

/** Whether what stands in brackets is a blank: a placeholder word or shape, or words that ask for something. */
function isBlank(inside: string, bracket: string): boolean {
  const words = comparable(inside);
  if (PLACEHOLDER_WORDS.includes(words) || new RegExp(`^(?:${shapes})`, "u").test(inside)) return true;
  if (bracket !== "<") return !/\d/.test(words) && BLANK_WORDS.some((word) => wordAt(words, word));
  if (!/^\p{L}/u.test(inside) || /@|:\/\/|^mailto:/.test(inside)) return false;
  return !HTML_TAGS.includes(/^\/?([a-z][a-z0-9]*)/.exec(words)?.[1] ?? "");
}

function wordAt(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word);
  return new RegExp(`(?<![a-z])${word.replace(/\./g, "\\.")}(?![a-z])`).test(text);
}

type Span = { from: number; to: number };

/** Where placeholders stand in a line; code spans are left alone. */
function placeholdersIn(line: string): Span[] {
  const plain = line.replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  const spans: Span[] = [];
  const add = (index: number, length: number) => {
    if (!spans.some((span) => index < span.to && span.from < index + length)) {
      spans.push({ from: index, to: index + length });
    }
  };
  for (const found of plain.matchAll(bracketed)) {
    const inside = found[1] ?? found[2] ?? found[3] ?? "";
    const before = plain[found.index - 1] ?? " ";
    const isLetterBefore = found[0].startsWith("<") && /[A-Za-z0-9]/.test(before);
    // "【时间】2026年…" at the head of a line is a label or a heading.
    const isLabel = found[0].startsWith("【") && plain.slice(0, found.index).trim() === "";
    if (!isLetterBefore && !isLabel && isBlank(inside.trim(), found[0][0] ?? "")) add(found.index, found[0].length);
  }
  for (const found of plain.matchAll(shaped)) add(found.index, found[0].length);
  for (const found of plain.matchAll(aloud)) add(found.index, found[0].length);
  return spans.sort((a, b) => a.from - b.from);
}

/** A value that is nothing but a placeholder word: "待定", "to be confirmed". */
function isPlaceholderWord(value: string): boolean {
  return PLACEHOLDER_WORDS.includes(comparable(value).replace(/^[(（[【<]\s*|\s*[)）\]】>]$|[.。!！]$/g, ""));
}

/** `kept` = part of a sentence that stays as written, whatever is blank in it. */
type Value = { at: number; text: string; field: string; kept?: true };

const label = /^([^:：|]{1,60})[:：](?:\*\*|__(?!_))?\s*/;
const marks = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?(?:#{1,6}\s+)?/;

function plainLabel(text: string): string {
  return text.replace(/[*_`#]+/g, "").trim();
}

/** The value of a line that is no table row: behind its label, else all that stands behind the list mark. */
function valueIn(line: string): Value {
  const start = marks.exec(line)?.[0].length ?? 0;
  const rest = line.slice(start);
  // An item of a checklist is one sentence: what is blank in it does not make it absent.
  const kept = /\[[ xX]\]\s*$/.test(line.slice(0, start)) ? { kept: true as const } : {};
  const found = label.exec(rest);
  if (found === null || found[0].includes("//")) return { at: start, text: rest, field: "" };
  const at = start + found[0].length;
  return { at, text: line.slice(at), field: plainLabel(found[1] ?? ""), ...kept };
}

/** "- [ ] Dashboard: TBD": an item whose label has nothing behind it but a word for "not yet". */
function blankItem(line: string): Value | null {
  const start = marks.exec(line)?.[0] ?? "";
  const found = /\[[ xX]\]\s*$/.test(start) ? label.exec(line.slice(start.length)) : null;
  if (found === null) return null;
  const at = start.length + found[0].length;
  const text = line.slice(at);
  return isPlaceholderWord(plainLabel(text)) ? { at, text, field: plainLabel(found[1] ?? "") } : null;
}

function cellsOf(line: string, header: readonly string[]): Value[] {
  const values: Value[] = [];
  let at = 0;
  const parts = line.split(/(?<!\\)\|/);
  const leading = (parts[0] ?? "").trim() === "" ? 1 : 0;
  for (const [index, text] of parts.entries()) {
    const named = header[index - leading] ?? "";
    values.push({ at, text, field: index - leading === 0 ? named : `${named}` });
    at += text.length + 1;
  }
  const first = plainLabel(parts[leading] ?? "");
  return values.map((value, index) => {
    const isGenericHead = header.length === 2 && index - leading === 1;
    return isGenericHead && first !== "" ? { ...value, field: first } : value;
  });
}

/** The value with its placeholders taken out; `whole` when nothing else was in it. */
function judge(value: Value): { whole: boolean; written: string } | null {
  const spans = placeholdersIn(value.text);
  const bare = plainLabel(value.text.replace(/<!--.*?-->/g, ""));
  if (bare !== "" && isPlaceholderWord(bare)) return { whole: true, written: bare };
  const [first] = spans;
  if (first === undefined) return null;
  let left = value.text;
  for (const { from, to } of spans.toReversed()) left = left.slice(0, from) + left.slice(to);
  const whole = !/[\p{L}\p{N}]/u.test(plainLabel(left));
  return { whole, written: value.text.slice(first.from, first.to) };
}

/**
 * Finds what is not filled in yet. A value that is nothing else becomes `ABSENT`, so that no reader takes it for a name; every
 * line stays where it was. Code and comments are left alone.
 */
export function takePlaceholders(text: string, code: ReadonlySet<number>): { text: string; findings: Finding[] } {
  const lines = text.split("\n");
  const findings: Finding[] = [];
  let header: string[] = [];
  let heading = "";
  const result = lines.map((line, index) => {
    if (code.has(index + 1)) return line;
    if (/^\s*#{1,6}\s/.test(line)) heading = plainLabel(line);
    const isRow = /^\s*\|/.test(line) || (header.length > 0 && line.includes("|"));
    if (!isRow) header = [];
    if (isRow && /^[\s|:-]+$/.test(line)) {
      const cells = (lines[index - 1] ?? "")
        .trim()
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/);
      header = cells.map(plainLabel);
      return line;
    }
    let changed = line;
    const blank = isRow ? null : blankItem(line);
    if (blank !== null && judge(valueIn(line)) === null) {
      const facts = { field: blank.field, written: plainLabel(blank.text) };
      findings.push(finding("placeholder", { from: index + 1, to: index + 1 }, facts));
    }
    for (const value of (isRow ? cellsOf(line, header) : [valueIn(line)]).toReversed()) {
      const found = judge(value);
      if (found === null) continue;
      const at = { from: index + 1, to: index + 1 };
      const field = value.field || plainLabel(line.slice(marks.exec(line)?.[0].length ?? 0)).slice(0, 40) || heading;
      findings.unshift(finding("placeholder", at, { field, written: found.written }));
      if (found.whole && value.kept !== true)
        changed = `${changed.slice(0, value.at)}${ABSENT}${changed.slice(value.at + value.text.length)}`;
    }
    return changed;
  });
  return { text: result.join("\n"), findings: findings.sort((a, b) => a.line - b.line) };
}
