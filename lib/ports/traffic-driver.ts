import type {
  TrafficDrill,
  TrafficFence,
  TrafficObservation,
  TrafficOrder,
  TrafficProbe,
  TrafficReply,
} from "@/lib/contracts/traffic";

/**
 * Hands on one proxy. Never throws for what may happen at night: that is a value with a sentence in it. An order that comes while an
 * earlier one is under way goes first when its fence is newer; the earlier one is broken off.
 */
export interface TrafficDriver {
  readonly kind: "nginx" | "webhook" | "manual";
  set(order: TrafficOrder): Promise<TrafficReply>;
  observe(): Promise<TrafficObservation>;
  /** Looks, and mends what a killed process has left, without changing where traffic goes. */
  probe(): Promise<TrafficProbe>;
  /** A timed rollback on a shadow upstream. */
  drill(fence: TrafficFence): Promise<TrafficDrill>;
}
