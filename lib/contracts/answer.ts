import type { Refusal } from "@/lib/domain/release/refusal";

/** What a use case gives back: its value, or why it was not carried out. Faults are thrown. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };
