import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const KEPT_RELEASES = 2000;
const Ledger = z.array(z.tuple([z.string(), z.int().min(0)]));

/** The highest epoch seen of each release, on the disk: what is older is refused here, whatever anybody says. */
export class EpochLedger {
  private readonly path: string;
  private readonly epochs: Map<string, number>;

  constructor(folder: string) {
    this.path = join(folder, "epochs.json");
    this.epochs = new Map(this.read());
  }

  /** True when the epoch is not older than the newest that was ever seen. */
  isCurrent(releaseId: string, epoch: number): boolean {
    return epoch >= (this.epochs.get(releaseId) ?? 0);
  }

  /** Remembered on the disk before it returns. */
  see(releaseId: string, epoch: number): void {
    const known = this.epochs.get(releaseId);
    if (known !== undefined && known >= epoch) return;
    this.epochs.delete(releaseId);
    this.epochs.set(releaseId, epoch);
    const [oldest] = this.epochs.keys();
    if (this.epochs.size > KEPT_RELEASES && oldest !== undefined) this.epochs.delete(oldest);
    this.write();
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
    writeSync(file, JSON.stringify([...this.epochs]));
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, this.path);
    const folder = openSync(join(this.path, ".."), "r");
    fsyncSync(folder);
    closeSync(folder);
  }
}
