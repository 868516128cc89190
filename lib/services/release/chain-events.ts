import type { ChainedEvent, ReleaseEvent } from "@/lib/domain/release/events";
import type { Hasher } from "@/lib/ports/hasher";

/** What the first event's previous hash binds: whose log it is and which plan it follows. */
export function firstPreviousHash(hasher: Hasher, bound: { release: string; planHash: string }): string {
  return hasher.hash(bound);
}

/** The hash of one event after another. */
export function hashEvent(hasher: Hasher, previous: string, event: ReleaseEvent): string {
  const { releaseId: release, seq, type, payload, actor, at, releaseAt, epoch } = event;
  return hasher.chain(previous, { release, seq, type, payload, actor, at, releaseAt, epoch });
}

/** Gives consecutive events their places in the chain that ends with `head`. */
export function chainEvents(hasher: Hasher, head: string, events: ReleaseEvent[]): ChainedEvent[] {
  let prevHash = head;
  return events.map((event) => {
    const hash = hashEvent(hasher, prevHash, event);
    const chained = { ...event, prevHash, hash };
    prevHash = hash;
    return chained;
  });
}
