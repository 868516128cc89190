/** Whether the database answers, and what its clock says. */
export type DatabaseWatch = { now: () => number; isUp: () => boolean; look: () => Promise<void> };

type Parts = {
  /** Reads what is missing; rejects when the database does not answer. */
  check: () => Promise<void>;
  /** The database's time, ms. */
  readClock: () => Promise<number>;
  onTurn: () => void;
  /** A clock that nobody sets: a host whose time is corrected must not move the night's. */
  monotonic?: () => number;
};

/** Looks at the database when asked, one look at a time: a dead one answers late. */
export function watchDatabase({ check, readClock, onTurn, monotonic = () => performance.now() }: Parts): DatabaseWatch {
  let offsetMs = 0;
  let isUp = true;
  let isLooking = false;

  async function answers(): Promise<boolean> {
    try {
      await check();
      offsetMs = (await readClock()) - monotonic();
      return true;
    } catch {
      return false;
    }
  }

  return {
    now: () => monotonic() + offsetMs,
    isUp: () => isUp,
    look: async () => {
      if (isLooking) return;
      isLooking = true;
      const wasUp = isUp;
      isUp = await answers();
      isLooking = false;
      if (isUp !== wasUp) onTurn();
    },
  };
}
