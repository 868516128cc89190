import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** So much of the end of a capped output is kept: that is where an error stands. */
const TAIL_BYTES = 16_384;

const notice = (sentence: string) => Buffer.from(`\n[holdpoint] ${sentence}\n`, "utf8");

/** The file that output is sent from. Takes no more than `capBytes` and some notices, however much is written to it. */
export function createSpool(path: string, capBytes: number) {
  const file = openSync(path, "a", 0o600);
  let bytes = 0;
  let producedBytes = 0;
  let dropped = 0;
  let isFull = false;
  let tail: Buffer = Buffer.alloc(0);

  function put(chunk: Buffer): void {
    let at = 0;
    try {
      while (at < chunk.length) at += writeSync(file, chunk, at);
    } catch {
      // A full disk must not stop what runs, nor one that fails in another way: the rest is read and counted.
      isFull = true;
    }
    bytes += at;
  }

  return {
    write(chunk: Buffer): void {
      producedBytes += chunk.length;
      const room = isFull ? 0 : Math.max(0, capBytes - bytes);
      if (room > 0) put(chunk.subarray(0, room));
      if (chunk.length <= room) return;
      if (!isFull)
        put(notice(`The output has reached its limit of ${capBytes} bytes: the rest is counted, its end is kept.`));
      isFull = true;
      dropped += chunk.length - room;
      tail = Buffer.concat([tail, chunk.subarray(room)]).subarray(-TAIL_BYTES);
    },
    /** A sentence of the runner's own, not of what runs. */
    note(sentence: string): void {
      put(notice(sentence));
    },
    end(): { bytes: number; producedBytes: number; capped: boolean } {
      if (dropped > 0) {
        put(notice(`${dropped - tail.length} bytes are left out here. The end of the output:`));
        put(Buffer.from(tail));
      }
      try {
        fsyncSync(file);
        closeSync(file);
      } catch {
        isFull = true;
      }
      return { bytes, producedBytes, capped: isFull };
    },
  };
}
export type Spool = ReturnType<typeof createSpool>;
