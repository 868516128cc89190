import type { Round } from "@/lib/contracts/round";

export type RoundFeed = {
  /** There is a new round of this release: it is read and shown, once however often it is told meanwhile. */
  hear: (releaseId: string) => void;
};

type Parts = {
  /** Whether anybody here looks at the release: rounds that nobody sees are not read. */
  isWatched: (releaseId: string) => boolean;
  readRound: (releaseId: string) => Promise<Round | null>;
  onRound: (round: Round) => void;
};

/** Brings the watch's rounds from the database to this instance's screens. A round that cannot be read is missed: the next one replaces it. */
export function createRoundFeed({ isWatched, readRound, onRound }: Parts): RoundFeed {
  const reading = new Map<string, { again: boolean }>();

  async function read(releaseId: string, own: { again: boolean }): Promise<void> {
    try {
      do {
        own.again = false;
        const round = await readRound(releaseId);
        if (round !== null) onRound(round);
      } while (own.again);
    } catch {
      return;
    } finally {
      reading.delete(releaseId);
    }
  }

  return {
    hear: (releaseId) => {
      if (!isWatched(releaseId)) return;
      const under = reading.get(releaseId);
      if (under !== undefined) {
        under.again = true;
        return;
      }
      const own = { again: false };
      reading.set(releaseId, own);
      void read(releaseId, own);
    },
  };
}
