import type { ChainedEvent } from "@/lib/domain/release/events";
import type { Hasher } from "@/lib/ports/hasher";
import { firstPreviousHash, hashEvent } from "./chain-events";

/** The first number at which a log is not what was written, and what is wrong there. */
type Break = { seq: number; wrong: "missing" | "unlinked" | "changed" };

export type ChainWalk = {
  /** Takes the next events in the order of their numbers; says the first break and then takes no more. */
  take: (events: ChainedEvent[]) => Break | null;
  /** Where the walk stands: number and hash of the last event that is in order. */
  at: () => { seq: number; hash: string };
};

function findBreak(hasher: Hasher, event: ChainedEvent, last: { seq: number; hash: string }): Break["wrong"] | null {
  if (event.seq !== last.seq + 1) return "missing";
  if (event.prevHash !== last.hash) return "unlinked";
  return hashEvent(hasher, event.prevHash, event) === event.hash ? null : "changed";
}

/** Walks the hash chain of one release from its beginning. */
export function walkChain(hasher: Hasher, bound: { release: string; planHash: string }): ChainWalk {
  let last = { seq: 0, hash: firstPreviousHash(hasher, bound) };
  let broken: Break | null = null;
  return {
    at: () => last,
    take: (events) => {
      for (const event of events) {
        if (broken !== null) break;
        const wrong = findBreak(hasher, event, last);
        if (wrong !== null) broken = { seq: last.seq + 1, wrong };
        else last = { seq: event.seq, hash: event.hash };
      }
      return broken;
    },
  };
}
