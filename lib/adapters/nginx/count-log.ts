import { type FileHandle, open, truncate } from "node:fs/promises";
import type { Generation } from "./render-include";
import { servedBy, Tally } from "./sides";

const PIECE = 256 * 1024;
/** After a start, no more than this is read of what is there; a record that has grown longer is emptied. */
const CATCH_UP = 64 * 1024 * 1024;

/** One line: `<mark> <seconds> <addresses>|<header times>|<version>`. */
const LINE = /^(?<mark>\S+) (?<seconds>\d+)\.(?<ms>\d{3}) (?<addresses>[^|]*)\|(?<times>[^|]*)\|(?<version>.*)$/u;

export type Counted = { tally: Tally; since: number };

/**
 * Counts what the proxy has written, from where it stopped reading. Every line bears the mark of its generation, so that lines of old
 * workers, which still end their requests, are not taken for the new share.
 */
export class LogCounter {
  private offset = 0;
  private inode = -1n;
  private rest = "";
  private mark = "";
  private tally = new Tally();
  private since = 0;
  /** Somebody else's log is not to be emptied. */
  private isOurs = false;
  private readonly file: string;
  private readonly mayGrow: number;
  private readonly catchUp: number;

  constructor(file: string, { mayGrow = CATCH_UP, catchUp = CATCH_UP }: { mayGrow?: number; catchUp?: number } = {}) {
    this.file = file;
    this.mayGrow = mayGrow;
    this.catchUp = catchUp;
  }

  /** All requests of this generation so far. */
  async count(generation: Generation): Promise<Counted> {
    if (generation.mark !== this.mark) {
      this.mark = generation.mark;
      this.tally = new Tally();
      this.since = generation.at;
    }
    const handle = await open(this.file, "r");
    try {
      await this.findPlace(handle);
      await this.readOn(handle, generation);
    } finally {
      await handle.close();
    }
    // nginx appends, so the file may be emptied under it; lines of this very moment are lost, on both sides alike.
    if (this.isOurs && this.offset > this.mayGrow)
      await truncate(this.file, 0).then(
        () => this.startOver(),
        () => undefined,
      );
    return { tally: this.tally, since: Number.isFinite(this.since) ? this.since : generation.at };
  }

  private startOver(): void {
    this.offset = 0;
    this.rest = "";
    this.isOurs = false;
  }

  private async findPlace(handle: FileHandle): Promise<void> {
    const { ino, size } = await handle.stat({ bigint: true });
    const isFirst = this.inode === -1n;
    if (ino !== this.inode || size < BigInt(this.offset)) this.startOver();
    this.inode = ino;
    const skipped = Number(size) - this.catchUp;
    if (!isFirst || skipped <= 0) return;
    this.offset = skipped;
    this.since = Number.POSITIVE_INFINITY;
  }

  private async readOn(handle: FileHandle, generation: Generation): Promise<void> {
    const buffer = Buffer.alloc(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE, this.offset);
      if (bytesRead === 0) return;
      this.offset += bytesRead;
      const lines = (this.rest + buffer.toString("latin1", 0, bytesRead)).split("\n");
      this.rest = lines.pop() ?? "";
      for (const line of lines) this.take(line, generation);
    }
  }

  private take(line: string, { addresses }: Generation): void {
    const read = LINE.exec(line)?.groups;
    if (read === undefined) return;
    this.isOurs = true;
    const { mark, seconds = "0", ms = "0", addresses: who = "-", times = "-", version = "-" } = read;
    // A request that nginx answered itself went to no side.
    if (mark !== this.mark || who === "-") return;
    this.tally.add(servedBy(who, times, addresses), version === "-" ? null : version);
    this.since = Math.min(this.since, Number(seconds) * 1000 + Number(ms));
  }
}
