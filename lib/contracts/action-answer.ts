import type { Refusal } from "@/lib/domain/release/refusal";

/** What a server action of the pages gives back. A fault is thrown: the caller knows nothing then, and says so. */
export type ActionAnswer<Value> =
  | { outcome: "done"; value: Value }
  | { outcome: "refused"; refusal: Refusal }
  | { outcome: "unauthenticated" };
