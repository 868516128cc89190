import type { CodeBlock, Lines, Text } from "@/lib/domain/plan/plan";
import { outsideConstructs } from "./shell-lines";

export type CommandStep = { name: string | null; numbered: boolean; commands: string; language: string; lines: Lines };

const comment = /^(?:#(?!!)|\/\/|--(?=\s)|::|REM\s)\s*(.*)$/;
const numbering = /^(?:step\s*|步骤\s*)?(?:\d+\s*[.)、:：]|[(（]\d+[)）])\s*(.+)$/i;

type Line = { text: string; number: number; comment: string | null };
type Segment = { head: Line | null; name: string | null; numbered: boolean; body: Line[] };

function linesOfBlock(block: CodeBlock): Line[] {
  const texts = block.text.split("\n");
  const outside = outsideConstructs(texts);
  return texts.map((text, index) => {
    const found = outside[index] === true ? comment.exec(text) : null;
    return { text, number: block.lines.from + index, comment: found === null ? null : (found[1] ?? "").trim() };
  });
}

const isBlank = (line: Line) => line.text.trim() === "";
const isCommand = (line: Line) => !isBlank(line) && line.comment === null;

function cut(lines: readonly Line[], isHead: (line: Line, index: number) => boolean): Segment[] {
  const segments: Segment[] = [{ head: null, name: null, numbered: false, body: [] }];
  for (const [index, line] of lines.entries()) {
    if (isHead(line, index)) {
      const numbered = numbering.exec(line.comment ?? "")?.[1];
      segments.push({ head: line, name: numbered ?? line.comment, numbered: numbered !== undefined, body: [] });
    } else {
      segments.at(-1)?.body.push(line);
    }
  }
  return segments.filter((segment) => segment.head !== null || segment.body.some((line) => !isBlank(line)));
}

function byNumbers(lines: readonly Line[]): Segment[] {
  return cut(lines, (line) => line.comment !== null && numbering.test(line.comment));
}

/** Cuts before each run of comments that stands on its own: at the start or after a blank line or a command. */
function byComments(lines: readonly Line[]): Segment[] {
  return cut(lines, (line, index) => {
    const before = lines[index - 1];
    return line.comment !== null && (before === undefined || before.comment === null);
  });
}

function trimBlank(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

function stepOf(segment: Segment, body: readonly Line[], language: string): CommandStep {
  const all = segment.head === null ? [...body] : [segment.head, ...body];
  return {
    name: segment.name === "" ? null : segment.name,
    numbered: segment.numbered,
    commands: body.map((line) => line.text).join("\n"),
    language,
    lines: { from: all[0]?.number ?? 0, to: all.at(-1)?.number ?? 0 },
  };
}

function asNote(line: Line): Text[] {
  const text = line.comment ?? "";
  return text === "" ? [] : [{ text, lines: { from: line.number, to: line.number } }];
}

/**
 * The steps and notes of a code block. Numbered comments make the steps where commands follow them, else plain comments do;
 * comments that no command follows (test cases, expected output) are notes.
 */
export function splitCommands(block: CodeBlock): { steps: CommandStep[]; notes: Text[] } {
  const lines = linesOfBlock(block);
  const numbered = byNumbers(lines);
  const works = numbered.some((segment) => segment.numbered && segment.body.some(isCommand));
  const steps: CommandStep[] = [];
  const notes: Text[] = [];
  for (const segment of works ? numbered : byComments(lines)) {
    const last = segment.body.findLastIndex(isCommand);
    const body = trimBlank(segment.body.slice(0, last + 1));
    if (last >= 0) steps.push(stepOf(segment, body, block.language));
    else if (segment.head !== null) notes.push(...asNote(segment.head));
    notes.push(...segment.body.slice(last + 1).flatMap(asNote));
  }
  return { steps, notes };
}

/** Comments of their own join the work before them; at the very start, the work after them. */
function joinLooseComments(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  let loose: Line[] = [];
  for (const segment of segments) {
    const lines = segment.head === null ? segment.body : [segment.head, ...segment.body];
    const last = joined.at(-1);
    if (segment.numbered || segment.body.some(isCommand)) {
      joined.push({ ...segment, body: [...loose, ...segment.body] });
      loose = [];
    } else if (last === undefined) loose = [...loose, ...lines];
    else last.body.push(...lines);
  }
  return joined;
}

/** The steps of a procedure: every numbered comment is one, and other comments stay with the step that they stand in. */
export function splitProcedure(block: CodeBlock): CommandStep[] {
  const lines = linesOfBlock(block);
  const numbered = byNumbers(lines);
  const segments = numbered.some((segment) => segment.numbered) ? numbered : byComments(lines);
  return joinLooseComments(segments).map((segment) => stepOf(segment, trimBlank(segment.body), block.language));
}
