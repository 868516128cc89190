import type { OutputRow } from "./output-lines";
import { plainText, readPieces } from "./terminal-text";
import { styleAfter, type TextStyle } from "./text-style";

/** A stretch of a row that is drawn in one way; `hit`: it is what is searched for. */
export type Span = { text: string; style: TextStyle; hit: boolean };

/** Whether a row holds what is searched for; `needle` in lower case. */
export function holds(row: OutputRow, needle: string): boolean {
  return plainText(row.text).toLowerCase().includes(needle);
}

/** Where in the row's plain text the hits begin. Letters that grow in lower case would shift them: then none is marked. */
function hitsOf(plain: string, needle: string): number[] {
  const lower = plain.toLowerCase();
  if (needle === "" || lower.length !== plain.length) return [];
  const hits: number[] = [];
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length)) hits.push(at);
  return hits;
}

/** A row as it is drawn, with everything marked that is searched for. */
export function spansOf(row: OutputRow, needle = ""): Span[] {
  const hits = hitsOf(plainText(row.text), needle);
  const spans: Span[] = [];
  let { style } = row;
  let at = 0;
  const put = (text: string, hit: boolean) => {
    if (text !== "") spans.push({ text, style, hit });
  };
  for (const piece of readPieces(row.text)) {
    if (piece.kind === "style") {
      style = styleAfter(style, piece.parameters);
      continue;
    }
    const end = at + piece.text.length;
    let from = at;
    for (const hit of hits) {
      const [begin, over] = [Math.max(hit, from), Math.min(hit + needle.length, end)];
      if (begin >= over) continue;
      put(piece.text.slice(from - at, begin - at), false);
      put(piece.text.slice(begin - at, over - at), true);
      from = over;
    }
    put(piece.text.slice(from - at), false);
    at = end;
  }
  return spans;
}
