import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { Fault } from "@/lib/domain/release/fault";

/** From a second of the shop's clock on, something is so. */
export type Since<Value> = { atS: number; value: Value };

/** What the release has done to the shop: the share of the new version in percent, and the faults that somebody put in. */
export type ShopHistory = {
  shares: Since<number>[];
  /** For each fault its level from a time on: percent where it has one, else 1; 0 = taken away. */
  faults: Partial<Record<Fault, Since<number>[]>>;
};

export const UNTOUCHED: ShopHistory = { shares: [], faults: {} };

function withShare(history: ShopHistory, atS: number, value: number): ShopHistory {
  return { ...history, shares: [...history.shares, { atS, value }] };
}

function withFault(history: ShopHistory, fault: Fault, since: Since<number>): ShopHistory {
  return { ...history, faults: { ...history.faults, [fault]: [...(history.faults[fault] ?? []), since] } };
}

/** The history after one more event of the log, which happened at this second of the shop's clock. The shop's proxy obeys at once. */
export function historyAfter(history: ShopHistory, event: ReleaseEvent, atS: number): ShopHistory {
  switch (event.type) {
    case "traffic.set":
      return withShare(history, atS, event.payload.share);
    case "rollback.started":
      return withShare(history, atS, 0);
    case "fault.injected":
      return withFault(history, event.payload.fault, { atS, value: event.payload.percent ?? 1 });
    case "fault.cleared":
      return withFault(history, event.payload.fault, { atS, value: 0 });
    default:
      return history;
  }
}

/** What was so at a time; `before` before anything was said. */
export function valueAt(since: readonly Since<number>[] | undefined, atS: number, before = 0): number {
  return since?.findLast((one) => one.atS <= atS)?.value ?? before;
}
