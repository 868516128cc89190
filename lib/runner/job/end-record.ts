import { mkdirSync, rmSync } from "node:fs";
import { appendRecord, type JobEnd, type JournalRecord, spoolOf } from "../journal/journal";
import type { Desk } from "./desk";

const AGAIN_MS = 5000;

type Of = { job: string; folder: string; known: JobEnd | null; onFree(): void };

/** How a job ended: it holds from the moment it is known, and is written down as soon as the disk takes it. */
export class EndRecord {
  private readonly desk: Pick<Desk, "log" | "ending" | "pause">;
  private readonly of: Of;
  private end: JobEnd | null;
  private unwritten: JournalRecord[] = [];
  private hasComplained = false;

  constructor(desk: EndRecord["desk"], of: Of) {
    this.desk = desk;
    this.of = of;
    this.end = of.known;
  }

  get known(): JobEnd | null {
    return this.end;
  }

  /** The runner's own word, if there is none yet. A full disk does not keep it from the server. */
  state(end: JobEnd): void {
    if (this.end !== null) return;
    this.unwritten.push({ kind: "end", end });
    void this.write(false);
    this.adopt(end);
  }

  /** What stands in the job's journal already. */
  adopt(end: JobEnd): void {
    this.end = end;
    this.of.onFree();
  }

  /** The server has been told. Where it keeps the output (`isKept`), ours goes first: that much room is free then. */
  async close(isKept: boolean): Promise<void> {
    this.unwritten.push({ kind: "told" });
    await this.write(isKept);
  }

  /** At once, or as soon as the disk takes it; a life of the runner that ends first takes it along. */
  private async write(isKept: boolean): Promise<void> {
    while (!this.tryWrite(isKept) && !this.desk.ending.aborted) await this.desk.pause(AGAIN_MS);
  }

  private tryWrite(isKept: boolean): boolean {
    const { job, folder } = this.of;
    try {
      // Of a way back that nothing could be written of, there may be no folder yet.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (isKept) rmSync(spoolOf(folder), { force: true });
      for (const record of this.unwritten) appendRecord(folder, record);
      this.unwritten = [];
      return true;
    } catch (error) {
      const says =
        "How a job ended could not be written down; it is told all the same, and written when the disk takes it.";
      if (!this.hasComplained) this.desk.log.error({ job, error: String(error) }, says);
      this.hasComplained = true;
      return false;
    }
  }
}
