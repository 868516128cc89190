import type { ReleaseNotification } from "@/lib/contracts/notification";
import type { ReleaseEvent } from "@/lib/domain/release/events";

export type Page = { events: ReleaseEvent[]; seq: number; head: string };
export type Batch = { releaseId: string; from: number; events: ReleaseEvent[]; head: string };

export type Head = { releaseId: string; seq: number; head: string };
type Read = { events: ReleaseEvent[]; head: string };

type Parts = {
  /** At most `limit` events with numbers above `after`, oldest first, with the hash of the last of them. */
  readAfter: (ask: { releaseId: string; after: number; limit: number }) => Promise<Read>;
  /** The newest number of each of these releases, and its hash. */
  readHeads: (releaseIds: string[]) => Promise<Head[]>;
  /** Whole, in order, each event once. */
  onBatch: (batch: Batch) => void;
};

type Followed = { seq: number; head: string; recent: ReleaseEvent[]; filling: Promise<void> | null; again: boolean };

export type ReleaseFeed = {
  /** Starts to follow a release (nothing happens when it is followed already); false when there is none. */
  follow: (releaseId: string) => Promise<boolean>;
  unfollow: (releaseId: string) => void;
  notice: (notice: ReleaseNotification) => void;
  /** Reads what is missing anywhere: after a lost connection, and every now and then. */
  checkAll: () => Promise<void>;
  /** Events after `seq` from memory; `events` is empty when they do not all lie there. */
  since: (releaseId: string, seq: number) => Page | null;
};

const keptInMemory = 400;
const pageSize = 500;

/** Puts what the database announces into the order of the log, release by release, and fills every hole by reading. */
export function createReleaseFeed({ readAfter, readHeads, onBatch }: Parts): ReleaseFeed {
  const followed = new Map<string, Followed>();
  const beginning = new Map<string, Promise<boolean>>();

  /** False when these events do not follow what is known; nothing was taken then. */
  function append(releaseId: string, feed: Followed, page: Read): boolean {
    const fresh = page.events.filter((event) => event.seq > feed.seq);
    const [first] = fresh;
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return true;
    if (first.seq !== feed.seq + 1 || last.seq - first.seq + 1 !== fresh.length) return false;
    feed.seq = last.seq;
    feed.head = page.head;
    feed.recent = [...feed.recent, ...fresh].slice(-keptInMemory);
    onBatch({ releaseId, from: first.seq, events: fresh, head: page.head });
    return true;
  }

  /** Ends the filling in the very moment in which nothing asks for more: a question that comes then starts the next. */
  async function readOn(releaseId: string, feed: Followed): Promise<void> {
    try {
      do {
        feed.again = false;
        const page = await readAfter({ releaseId, after: feed.seq, limit: pageSize });
        if (followed.get(releaseId) !== feed) return;
        append(releaseId, feed, page);
        if (page.events.length === pageSize) feed.again = true;
      } while (feed.again);
    } finally {
      feed.filling = null;
    }
  }

  function fill(releaseId: string, feed: Followed): Promise<void> {
    feed.again = true;
    feed.filling ??= readOn(releaseId, feed);
    return feed.filling;
  }

  async function begin(releaseId: string): Promise<boolean> {
    const [found] = await readHeads([releaseId]);
    if (found === undefined) return false;
    const after = Math.max(0, found.seq - keptInMemory);
    const { events, head } = await readAfter({ releaseId, after, limit: pageSize });
    const seq = events.at(-1)?.seq ?? found.seq;
    const feed = { seq, head: events.length > 0 ? head : found.head, recent: events, filling: null, again: false };
    followed.set(releaseId, feed);
    // What was announced while this was read was announced to nobody.
    await fill(releaseId, feed);
    return true;
  }

  return {
    follow: (releaseId) => {
      if (followed.has(releaseId)) return Promise.resolve(true);
      const under = beginning.get(releaseId) ?? begin(releaseId).finally(() => beginning.delete(releaseId));
      beginning.set(releaseId, under);
      return under;
    },
    unfollow: (releaseId) => followed.delete(releaseId),
    notice: ({ release, from, seq, head, events }) => {
      const feed = followed.get(release);
      if (feed === undefined || seq <= feed.seq) return;
      const isNext = events !== undefined && from <= feed.seq + 1;
      if (!isNext || !append(release, feed, { events, head })) fill(release, feed).catch(() => undefined);
    },
    checkAll: async () => {
      const ids = [...followed.keys()];
      const heads = ids.length === 0 ? [] : await readHeads(ids);
      const late = heads.flatMap(({ releaseId, seq }) => {
        const feed = followed.get(releaseId);
        return feed !== undefined && seq > feed.seq ? [fill(releaseId, feed)] : [];
      });
      await Promise.all(late);
    },
    since: (releaseId, seq) => {
      const feed = followed.get(releaseId);
      if (feed === undefined) return null;
      const missing = feed.recent.filter((event) => event.seq > seq);
      const isWhole = missing.length === Math.max(0, feed.seq - seq);
      return { events: isWhole ? missing : [], seq: feed.seq, head: feed.head };
    },
  };
}
