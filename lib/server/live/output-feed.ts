import { type OutputTold, readOutputNotice } from "@/lib/contracts/job-output";
import type { JobId } from "@/lib/domain/release/job";

type Which = { releaseId: string; job: JobId };

export type OutputFeed = {
  /** A job has written more: read and shown at once, and then not more often than the pause lets it. */
  hear: (payload: string) => void;
};

type Parts = {
  /** Whether anybody here looks at the release: output that nobody sees is not read. */
  isWatched: (releaseId: string) => boolean;
  readNews: (which: Which) => Promise<OutputTold>;
  onNews: (news: OutputTold) => void;
  /** Between two messages about one job. */
  pause: () => Promise<void>;
};

/** Tells this instance's screens how much their jobs have written. What cannot be read is missed: the next one replaces it. */
export function createOutputFeed({ isWatched, readNews, onNews, pause }: Parts): OutputFeed {
  const telling = new Map<string, { again: boolean }>();

  async function tell(which: Which, key: string, own: { again: boolean }): Promise<void> {
    try {
      do {
        own.again = false;
        onNews(await readNews(which));
        await pause();
      } while (own.again);
    } catch {
      return;
    } finally {
      telling.delete(key);
    }
  }

  return {
    hear: (payload) => {
      const which = readOutputNotice(payload);
      if (which === null || !isWatched(which.releaseId)) return;
      const under = telling.get(payload);
      if (under !== undefined) {
        under.again = true;
        return;
      }
      const own = { again: false };
      telling.set(payload, own);
      void tell(which, payload, own);
    },
  };
}
