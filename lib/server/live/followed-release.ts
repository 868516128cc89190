import type { ReleaseEvent } from "@/lib/domain/release/events";

export type Page = { events: ReleaseEvent[]; seq: number; head: string };
export type Batch = { releaseId: string; from: number; events: ReleaseEvent[]; head: string };
export type Read = { events: ReleaseEvent[]; head: string };
/** At most `limit` events with numbers above `after`, oldest first, with the hash of the last of them. */
export type ReadAfter = (ask: { releaseId: string; after: number; limit: number }) => Promise<Read>;

type Parts = { releaseId: string; start: Page; readAfter: ReadAfter; onBatch: (batch: Batch) => void };

/** One release's log, as far as this instance has pushed it. */
export type FollowedRelease = {
  seq: () => number;
  /** Pushes what is new in these events; false when they do not follow what is known, and then nothing was taken. */
  append: (read: Read) => boolean;
  /** Reads until nothing is missing. */
  fill: () => Promise<void>;
  /** Events after `seq` from memory; `events` is empty when they do not all lie there. */
  since: (seq: number) => Page;
  stop: () => void;
};

export const keptInMemory = 400;
const pageSize = 500;

export function followRelease({ releaseId, start, readAfter, onBatch }: Parts): FollowedRelease {
  let { seq, head, events: recent } = start;
  let filling: Promise<void> | null = null;
  let askedAgain = false;
  let isOver = false;

  function append(read: Read): boolean {
    const fresh = read.events.filter((event) => event.seq > seq);
    const [first] = fresh;
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return true;
    if (first.seq !== seq + 1 || last.seq - first.seq + 1 !== fresh.length) return false;
    seq = last.seq;
    head = read.head;
    recent = [...recent, ...fresh].slice(-keptInMemory);
    onBatch({ releaseId, from: first.seq, events: fresh, head });
    return true;
  }

  /** Ends in the very moment in which nothing asks for more: a question that comes then starts the next. */
  async function readOn(): Promise<void> {
    try {
      do {
        askedAgain = false;
        const page = await readAfter({ releaseId, after: seq, limit: pageSize });
        if (isOver) return;
        append(page);
        if (page.events.length === pageSize) askedAgain = true;
      } while (askedAgain);
    } finally {
      filling = null;
    }
  }

  return {
    seq: () => seq,
    append,
    fill: () => {
      askedAgain = true;
      filling ??= readOn();
      return filling;
    },
    since: (known) => {
      const missing = recent.filter((event) => event.seq > known);
      const isWhole = missing.length === Math.max(0, seq - known);
      return { events: isWhole ? missing : [], seq, head };
    },
    stop: () => {
      isOver = true;
    },
  };
}
