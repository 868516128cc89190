import type {
  TrafficDrill,
  TrafficFence,
  TrafficObservation,
  TrafficOrder,
  TrafficProbe,
  TrafficReply,
} from "@/lib/contracts/traffic";

/** Whoever gave an order can take it back while it is under way, and is asked once more before each step that users could meet. */
export type TrafficPermit = {
  /** Aborted: the order is broken off, and what stood before stands again. */
  withdrawn: AbortSignal;
  /** False: not one step further. Given up when `signal` is aborted. Never rejects. */
  mayStill(signal: AbortSignal): Promise<boolean>;
};

/**
 * Hands on one proxy. Never throws for what may happen at night: that is a value with a sentence in it. An order that comes while an
 * earlier one is under way goes first when its fence is newer; the earlier one is broken off.
 */
export interface TrafficDriver {
  readonly kind: "nginx" | "webhook" | "manual";
  set(order: TrafficOrder, permit?: TrafficPermit): Promise<TrafficReply>;
  observe(): Promise<TrafficObservation>;
  /** Looks, and mends what a killed process has left, without changing where traffic goes. */
  probe(): Promise<TrafficProbe>;
  /** A timed rollback on a shadow upstream. */
  drill(fence: TrafficFence, permit?: TrafficPermit): Promise<TrafficDrill>;
}
