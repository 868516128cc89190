import type { StageKind } from "@/lib/domain/plan/plan";
import { readPercent } from "./durations";
import { findMeaning, leadingMeaning } from "./match-word";
import { FULL_TRAFFIC } from "./words/full-traffic";
import { STAGE_KIND_WORDS } from "./words/stage-kinds";

const begins: ReadonlySet<StageKind | null> = new Set<StageKind | null>(["prepare", "backup", "deploy"]);

/** "部署到灰度分组" is a deployment: what such work begins with says what it is. */
function kindOfName(name: string): StageKind | null {
  const first = leadingMeaning(name, STAGE_KIND_WORDS);
  if (begins.has(first)) return first;
  // "发布会员中心 5.3.0": what is brought out stands behind the word, and nothing else says what is done.
  return findMeaning(name, STAGE_KIND_WORDS) ?? (/^(?:发布|上线)(?!.*[%％])/.test(name) ? "deploy" : null);
}

/** The kind of a piece of work by its label, else by its name; null when neither says. */
export function kindOfWork(label: string, name: string): StageKind | null {
  const said = findMeaning(label, STAGE_KIND_WORDS) ?? kindOfName(name);
  // Work that names a share and nothing else to do is what brings it there: "切 10% 流量", "Enable for 5 %".
  return said ?? (readPercent(name) === null ? null : "shift");
}

/** The traffic share that a shift asks for; "全量" without a figure is everything. */
export function shareOfWork(label: string, name: string): number | null {
  const share = readPercent(name) ?? readPercent(label);
  return share ?? (findMeaning(`${label} ${name}`, FULL_TRAFFIC) === null ? null : 100);
}
