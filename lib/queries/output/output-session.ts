import { OutputLines } from "@/lib/domain/output/output-lines";
import type { OutputPiece } from "./fetch-output";

type Parts = {
  fetchRange: (range: { from: number; limit: number }) => Promise<OutputPiece | null>;
  /** Until the server is asked again that did not answer. */
  pause: () => Promise<void>;
};

export type OutputView = {
  lines: OutputLines;
  /** Where the shown rows begin: above 0 the end is shown while the rest is on its way. */
  from: number;
  size: number;
  /** How much is here of all that there is. */
  loaded: number;
  /** The server did not answer; it is asked again. */
  failing: boolean;
  /** Changes with everything that is shown. */
  version: number;
};

/** Before anything was asked. */
export const NOTHING_YET: OutputView = {
  lines: new OutputLines(),
  from: 0,
  size: 0,
  loaded: 0,
  failing: false,
  version: 0,
};

const FIRST_BYTES = 262_144;
const PIECE_BYTES = 1_048_576;
const NEWLINE = 10;

/** What follows the first line break: a piece from the middle begins inside of a line, and perhaps of a character. */
function fromNextLine(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.indexOf(NEWLINE) + 1);
}

/**
 * The output of one job in the browser, as far as it was fetched. Of a long one the end is shown at once, and all of it as soon as it is
 * there. What is new is fetched when it is told of.
 */
export class OutputSession {
  readonly #parts: Parts;
  readonly #whole = new OutputLines();
  #tail: { lines: OutputLines; from: number; end: number } | null = null;
  #size = 0;
  /** What was told since the server was asked last: its answer may be older. */
  #toldMeanwhile = 0;
  #failing = false;
  #isOver = false;
  #isAsked = false;
  #view: OutputView;
  #wake: () => void = () => {};
  readonly #watchers = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#view = { ...NOTHING_YET, lines: this.#whole };
  }

  readonly get = (): OutputView => this.#view;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  };

  /** There are so many bytes by now. */
  told(size: number): void {
    this.#toldMeanwhile = Math.max(this.#toldMeanwhile, size);
    if (size <= this.#size) return;
    this.#size = size;
    this.#wake();
  }

  /** Whether there is more than was told: what is said while a line is cut reaches nobody. */
  askAgain(): void {
    this.#isAsked = true;
    this.#wake();
  }

  stop(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** Fetches until it is stopped. */
  async run(): Promise<void> {
    await this.#fetch(this.#whole, 0, FIRST_BYTES);
    if (this.#size > this.#whole.bytes + FIRST_BYTES) await this.#openTail();
    while (!this.#isOver) {
      if (this.#tail !== null && this.#tail.end < this.#size) await this.#readTail(this.#tail);
      else if (this.#whole.bytes < this.#size || this.#isAsked) await this.#readWhole();
      else
        await new Promise<void>((done) => {
          this.#wake = done;
        });
    }
  }

  async #openTail(): Promise<void> {
    const from = this.#size - FIRST_BYTES;
    const piece = await this.#ask(from, FIRST_BYTES);
    const lines = new OutputLines();
    lines.append(fromNextLine(piece));
    this.#tail = { lines, from, end: from + piece.length };
    this.#show();
  }

  async #readTail(tail: { lines: OutputLines; end: number }): Promise<void> {
    const piece = await this.#ask(tail.end, PIECE_BYTES);
    tail.lines.append(piece);
    tail.end += piece.length;
    this.#show();
  }

  async #readWhole(): Promise<void> {
    this.#isAsked = false;
    await this.#fetch(this.#whole, this.#whole.bytes, PIECE_BYTES);
    if (this.#tail === null || this.#whole.bytes < this.#tail.end) return;
    this.#tail = null;
    this.#show();
  }

  async #fetch(lines: OutputLines, from: number, limit: number): Promise<void> {
    lines.append(await this.#ask(from, limit));
    this.#show();
  }

  /** Asked until it is answered. How much there is the server knows: what was told may be more than it keeps. */
  async #ask(from: number, limit: number): Promise<Uint8Array> {
    while (!this.#isOver) {
      this.#toldMeanwhile = 0;
      const piece = await this.#parts.fetchRange({ from, limit });
      if (this.#isOver) break;
      this.#failing = piece === null;
      if (piece !== null) {
        this.#size = Math.max(piece.size, this.#toldMeanwhile);
        return piece.bytes;
      }
      this.#show();
      await this.#parts.pause();
    }
    return new Uint8Array();
  }

  #show(): void {
    const { lines, from } = this.#tail ?? { lines: this.#whole, from: 0 };
    const version = this.#view.version + 1;
    const loaded = Math.min(this.#whole.bytes, this.#size);
    this.#view = { lines, from, size: this.#size, loaded, failing: this.#failing, version };
    for (const watcher of this.#watchers) watcher();
  }
}
