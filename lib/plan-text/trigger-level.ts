import type { TriggerLevel } from "@/lib/domain/plan/plan";
import { comparable, findMeaning } from "./match-word";
import { TRIGGER_LEVELS } from "./words/labels";

/** How urgent words make a rollback; null when they do not say. */
export function levelOf(title: string): TriggerLevel | null {
  const written = /\bp([01])\b/.exec(comparable(title))?.[1];
  if (written !== undefined) return written === "0" ? "P0" : "P1";
  return findMeaning(title, TRIGGER_LEVELS);
}
