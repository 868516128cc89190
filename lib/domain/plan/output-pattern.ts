/** A pattern holds no more characters than this. */
export const PATTERN_MAX = 200;

/** Of one line so many characters are looked at, however long it is. */
export const LINE_MAX = 4096;

/** Colours and other orders to a terminal are no words. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");

/** Text as patterns are looked for in: without colours, without difference of upper and lower case. */
function plain(text: string): string {
  return text.replace(COLOURS, "").toLowerCase();
}

function isIn(pieces: readonly string[], line: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = line.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/**
 * Whether a line holds the pattern: its words as they are, `*` for anything between them. Takes time in proportion to the line's
 * length and no more, whatever the pattern: there is nothing to go back to.
 */
export function matchesLine(pattern: string, line: string): boolean {
  const pieces = plain(pattern.slice(0, PATTERN_MAX))
    .split("*")
    .filter((piece) => piece.trim() !== "");
  return pieces.length > 0 && isIn(pieces, plain(line.slice(0, LINE_MAX)));
}

/** Which of the patterns stand in what came new: `before` is the unfinished line that was there already, and told of. */
export function newMatches(patterns: readonly string[], { before, text }: { before: string; text: string }): string[] {
  const [first = "", ...others] = `${before}${text}`.split(/[\r\n]+/);
  return patterns.filter((pattern) => {
    const isFirst = matchesLine(pattern, first) && !matchesLine(pattern, before);
    return isFirst || others.some((line) => matchesLine(pattern, line));
  });
}

/** The line at the end of a text that may still go on. */
export function unfinishedLine(text: string): string {
  const end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return text.slice(end + 1).slice(-LINE_MAX);
}
