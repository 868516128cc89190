import { readPieces } from "./terminal-text";
import { PLAIN, styleAfter, type TextStyle } from "./text-style";

/** One row on a screen: the text as it came, and how it is drawn from its beginning. */
export type OutputRow = { text: string; style: TextStyle };

/** A longer line is drawn as several rows. */
const ROW_MAX = 2_000;
/** More rows than this nobody scrolls through; the oldest go, and the download has them. */
const ROWS_MAX = 400_000;
/** No sequence of a terminal is meant to be longer. */
const SEQUENCE_MAX = 40;

function cutOf(line: string): number {
  const sequence = line.lastIndexOf("\u001b", ROW_MAX);
  return sequence > ROW_MAX - SEQUENCE_MAX ? sequence : ROW_MAX;
}

/** What a terminal shows of a line that was drawn over and over: the last of it. */
function redrawn(line: string): string {
  const ended = line.endsWith("\r") ? line.slice(0, -1) : line;
  const again = ended.lastIndexOf("\r");
  return again < 0 ? ended : ended.slice(again + 1);
}

/** Output as rows, read piece by piece in order. */
export class OutputLines {
  /** Rows that are not kept any more, counted from the first. */
  dropped = 0;
  /** How many bytes were read. */
  bytes = 0;
  readonly #decoder = new TextDecoder();
  readonly #texts: string[] = [];
  readonly #styles: TextStyle[] = [];
  readonly #rowsMax: number;
  #style = PLAIN;
  /** What stands after the last line break, and how many rows at the end are made of it. */
  #open = "";

  constructor(rowsMax = ROWS_MAX) {
    this.#rowsMax = rowsMax;
  }

  /** Complete rows, and the one that is still being written. */
  get count(): number {
    return this.#texts.length + (this.#open === "" ? 0 : 1);
  }

  /** How many rows will not change any more. */
  get settled(): number {
    return this.#texts.length;
  }

  row(index: number): OutputRow | null {
    const text = this.#texts[index];
    if (text !== undefined) return { text, style: this.#styles[index] ?? PLAIN };
    return index === this.#texts.length && this.#open !== "" ? { text: redrawn(this.#open), style: this.#style } : null;
  }

  append(data: Uint8Array): void {
    this.bytes += data.length;
    const lines = (this.#open + this.#decoder.decode(data, { stream: true })).split("\n");
    this.#open = lines.pop() ?? "";
    for (const line of lines) this.#keep(redrawn(line));
    while (this.#open.length > 2 * ROW_MAX) {
      const cut = cutOf(this.#open);
      this.#keepRow(redrawn(this.#open.slice(0, cut)));
      this.#open = this.#open.slice(cut);
    }
    this.#dropOldest();
  }

  #keep(line: string): void {
    let rest = line;
    while (rest.length > ROW_MAX) {
      const cut = cutOf(rest);
      this.#keepRow(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    this.#keepRow(rest);
  }

  #keepRow(text: string): void {
    this.#texts.push(text);
    this.#styles.push(this.#style);
    if (!text.includes("\u001b")) return;
    for (const piece of readPieces(text)) {
      if (piece.kind === "style") this.#style = styleAfter(this.#style, piece.parameters);
    }
  }

  #dropOldest(): void {
    if (this.#texts.length <= this.#rowsMax * 1.25) return;
    const over = this.#texts.length - this.#rowsMax;
    this.#texts.splice(0, over);
    this.#styles.splice(0, over);
    this.dropped += over;
  }
}
