import type { ReleaseNotification } from "@/lib/contracts/notification";
import {
  type Batch,
  type FollowedRelease,
  followRelease,
  keptInMemory,
  type Page,
  type Read,
  type ReadAfter,
} from "./followed-release";

type Head = { releaseId: string; seq: number; head: string };

type Parts = {
  readAfter: ReadAfter;
  /** The newest number of each of these releases, and its hash. */
  readHeads: (releaseIds: string[]) => Promise<Head[]>;
  /** Whole, in order, each event once. */
  onBatch: (batch: Batch) => void;
};

export type ReleaseFeed = {
  /** Starts to follow a release (nothing happens when it is followed already); false when there is none. */
  follow: (releaseId: string) => Promise<boolean>;
  unfollow: (releaseId: string) => void;
  notice: (notice: ReleaseNotification) => void;
  /** What this process has just committed. It is shown at once where it is the next; otherwise the announcements bring it in order. */
  committedHere: (read: Read) => void;
  /** Reads what is missing anywhere: after a lost connection, and every now and then. */
  checkAll: () => Promise<void>;
  /** Events after `seq` from memory; null when the release is not followed. */
  since: (releaseId: string, seq: number) => Page | null;
};

/** Puts what the database announces into the order of the log, release by release, and fills every hole by reading. */
export function createReleaseFeed({ readAfter, readHeads, onBatch }: Parts): ReleaseFeed {
  const followed = new Map<string, FollowedRelease>();
  const beginning = new Map<string, Promise<boolean>>();

  async function begin(releaseId: string): Promise<boolean> {
    const [found] = await readHeads([releaseId]);
    if (found === undefined) return false;
    const after = Math.max(0, found.seq - keptInMemory);
    const { events, head } = await readAfter({ releaseId, after, limit: 2 * keptInMemory });
    const last = events.at(-1);
    const start = last === undefined ? { ...found, events } : { events, seq: last.seq, head };
    const release = followRelease({ releaseId, start, readAfter, onBatch });
    followed.set(releaseId, release);
    // What was announced while this was read was announced to nobody.
    await release.fill();
    return true;
  }

  return {
    follow: (releaseId) => {
      if (followed.has(releaseId)) return Promise.resolve(true);
      const under = beginning.get(releaseId) ?? begin(releaseId).finally(() => beginning.delete(releaseId));
      beginning.set(releaseId, under);
      return under;
    },
    unfollow: (releaseId) => {
      followed.get(releaseId)?.stop();
      followed.delete(releaseId);
    },
    notice: ({ release: releaseId, from, seq, head, events }) => {
      const release = followed.get(releaseId);
      if (release === undefined || seq <= release.seq()) return;
      const isNext = events !== undefined && from <= release.seq() + 1;
      // What cannot be read now is read at the next check.
      if (!isNext || !release.append({ events, head })) release.fill().catch(() => undefined);
    },
    committedHere: (read) => {
      const [first] = read.events;
      const release = followed.get(first?.releaseId ?? "");
      if (release !== undefined && first?.seq === release.seq() + 1) release.append(read);
    },
    checkAll: async () => {
      const ids = [...followed.keys()];
      const heads = ids.length === 0 ? [] : await readHeads(ids);
      const late = heads.flatMap(({ releaseId, seq }) => {
        const release = followed.get(releaseId);
        return release !== undefined && seq > release.seq() ? [release.fill()] : [];
      });
      await Promise.all(late);
    },
    since: (releaseId, seq) => followed.get(releaseId)?.since(seq) ?? null,
  };
}
