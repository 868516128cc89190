import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Log } from "@/lib/ports/log";
import { syncFolder } from "../journal/to-disk";

const KEPT_RELEASES = 2000;
const Ledger = z.array(z.tuple([z.string(), z.int().min(0)]));

/** The highest epoch seen of each release, on the disk: what is older is refused here, whatever anybody says. */
export class EpochLedger {
  private readonly path: string;
  private readonly epochs: Map<string, number>;
  private readonly log: Pick<Log, "error">;
  private isWritten = true;

  constructor(folder: string, log: Pick<Log, "error">) {
    this.log = log;
    this.path = join(folder, "epochs.json");
    this.epochs = new Map(this.read());
  }

  /** True when the epoch is not older than the newest that was ever seen. */
  isCurrent(releaseId: string, epoch: number): boolean {
    return epoch >= (this.epochs.get(releaseId) ?? 0);
  }

  /** Remembered on the disk before it returns; where that takes nothing, by this process, and on the disk as soon as it does. */
  see(releaseId: string, epoch: number): void {
    const known = this.epochs.get(releaseId);
    const isNew = known === undefined || known < epoch;
    if (isNew) {
      this.epochs.delete(releaseId);
      this.epochs.set(releaseId, epoch);
      const [oldest] = this.epochs.keys();
      if (this.epochs.size > KEPT_RELEASES && oldest !== undefined) this.epochs.delete(oldest);
    }
    if (isNew || !this.isWritten) this.keep();
  }

  private keep(): void {
    try {
      this.write();
      this.isWritten = true;
    } catch (error) {
      const says = `${this.path} cannot be written: the newest epochs are known to this process alone until it can.`;
      if (this.isWritten) this.log.error({ error: String(error) }, says);
      this.isWritten = false;
    }
  }

  private read(): z.infer<typeof Ledger> {
    try {
      return Ledger.parse(JSON.parse(readFileSync(this.path, "utf8")));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw new Error(
        `${this.path} cannot be read: without it, work of an old epoch could not be refused here. (${error})`,
      );
    }
  }

  private write(): void {
    const draft = `${this.path}.draft`;
    const file = openSync(draft, "w", 0o600);
    try {
      writeFileSync(file, JSON.stringify([...this.epochs]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, this.path);
    syncFolder(join(this.path, ".."));
  }
}
