/** What a line of terminal output is made of: text to show, and the parameters of a change of style (`ESC [ … m`). */
export type Piece = { kind: "text"; text: string } | { kind: "style"; parameters: string };

const ESCAPE = "\u001b";
const BELL = "\u0007";
/** Control characters but for the tab: they move cursors, ring bells and hide text. */
const control = /[^\P{Cc}\t]/gu;

function isBetween(text: string, at: number, low: number, high: number): boolean {
  const code = text.charCodeAt(at);
  return code >= low && code <= high;
}

type Sequence = { end: number; parameters: string | null };

/** `ESC [`, parameters, a letter; only with the letter m it is about style. */
function controlSequence(line: string, at: number): Sequence {
  let end = at + 2;
  while (isBetween(line, end, 0x20, 0x3f)) end += 1;
  return { end: end + 1, parameters: line[end] === "m" ? line.slice(at + 2, end) : null };
}

/** Titles, addresses and the like: up to a bell or `ESC \`; what is never closed takes the rest of the line. */
function stringSequence(line: string, at: number): Sequence {
  const ends = [
    { at: line.indexOf(BELL, at + 2), length: 1 },
    { at: line.indexOf(`${ESCAPE}\\`, at + 2), length: 2 },
  ].filter((end) => end.at >= 0);
  const first = ends.toSorted((one, other) => one.at - other.at)[0];
  return { end: first === undefined ? line.length : first.at + first.length, parameters: null };
}

function sequenceAt(line: string, at: number): Sequence {
  const kind = line[at + 1] ?? "";
  if (kind === "[") return controlSequence(line, at);
  if (kind !== "" && "]PX^_".includes(kind)) return stringSequence(line, at);
  let end = at + 1;
  while (isBetween(line, end, 0x20, 0x2f)) end += 1;
  return { end: end + 1, parameters: null };
}

/** A line as text and changes of style; every other control of a terminal is left out. */
export function readPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  while (from < line.length) {
    const sequence = line.indexOf(ESCAPE, from);
    const until = sequence < 0 ? line.length : sequence;
    const text = line.slice(from, until).replace(control, "");
    if (text !== "") pieces.push({ kind: "text", text });
    if (sequence < 0) break;
    const { end, parameters } = sequenceAt(line, sequence);
    if (parameters !== null) pieces.push({ kind: "style", parameters });
    from = end;
  }
  return pieces;
}

/** The text of a line, as it is read and searched. */
export function plainText(line: string): string {
  if (!line.includes(ESCAPE)) return line.replace(control, "");
  return readPieces(line)
    .map((piece) => (piece.kind === "text" ? piece.text : ""))
    .join("");
}

const LINE_MAX = 160;

/**
 * The last line with anything in it, for a place with room for one: no controls, no characters that turn the direction of writing, no runs
 * of blanks.
 */
export function lastLine(text: string): string {
  const lines = text.split(/\r\n|\n|\r/u).map((line) =>
    plainText(line)
      .replace(/\p{Cf}/gu, "")
      .replace(/\s+/gu, " ")
      .trim(),
  );
  const last = lines.findLast((line) => line !== "") ?? "";
  const characters = [...last];
  return characters.length > LINE_MAX ? `${characters.slice(0, LINE_MAX).join("")}…` : last;
}
