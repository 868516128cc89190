import type { StageKind } from "@/lib/domain/plan/plan";
import { readPercent } from "./durations";
import { findMeaning } from "./match-word";
import { FULL_TRAFFIC, STAGE_KIND_WORDS } from "./words/stage-kinds";

/** The kind of a piece of work by its label, else by its name; null when neither says. */
export function kindOfWork(label: string, name: string): StageKind | null {
  return findMeaning(label, STAGE_KIND_WORDS) ?? findMeaning(name, STAGE_KIND_WORDS);
}

/** The traffic share that a shift asks for; "全量" without a figure is everything. */
export function shareOfWork(label: string, name: string): number | null {
  const share = readPercent(name) ?? readPercent(label);
  return share ?? (findMeaning(`${label} ${name}`, FULL_TRAFFIC) === null ? null : 100);
}
