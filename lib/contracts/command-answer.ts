import type { Refusal } from "@/lib/domain/release/refusal";

/**
 * What a command gets back, from the action and from the route alike. `unavailable` says nothing about whether the command
 * happened: the same key asked again tells.
 */
export type CommandAnswer =
  | { outcome: "accepted"; seq: number; events: { seq: number; type: string }[] }
  | { outcome: "refused"; refusal: Refusal }
  | { outcome: "unauthenticated" }
  | { outcome: "unavailable"; id: string };
