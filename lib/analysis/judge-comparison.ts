import type { ComparisonMeasure } from "../domain/plan/measure";
import { compareSamples, isWorse, missedPercent, POINTS_NEEDED, type SampleComparison } from "./compare-samples";
import { minutesIn, valueText } from "./figures";
import { type Judged, phrase, type Round } from "./round";
import type { Reading } from "./source-answer";
import { type Judgement, judge } from "./verdict";

/** The latest points of both sides in this stage, one per window so that they do not share data. */
export type ComparisonMemory = { kind: "comparison"; canary: number[]; baseline: number[]; lastAt: number | null };

/** As many as see a rise of 30 % almost surely; more would let an hour of health hide twenty minutes of trouble. */
const KEPT = 30;

export function beginComparison(): ComparisonMemory {
  return { kind: "comparison", canary: [], baseline: [], lastAt: null };
}

function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

function keyOf(measure: ComparisonMeasure, result: SampleComparison, points: number): string {
  if (isWorse(result, measure.direction, measure.allowedRatio)) return "worse";
  if (missedPercent(points) !== null) return "hardly";
  return result.moved === "no" ? "same" : "within";
}

function weigh(measure: ComparisonMeasure, { canary, baseline }: ComparisonMemory, { baselineName }: Round): Judgement {
  const result = compareSamples(canary, baseline);
  const points = canary.length;
  const key = keyOf(measure, result, points);
  const values = {
    baseline: baselineName,
    canary: valueText(result.canaryMean, measure.unit),
    old: valueText(result.baselineMean, measure.unit),
    ratio: Number.isFinite(result.ratio) ? result.ratio.toFixed(2) : "∞",
    allowed: measure.allowedRatio,
    p: pText(result.pValue),
    points,
    missed: Math.ceil(missedPercent(points) ?? 0),
  };
  const { canaryMean, baselineMean, pValue } = result;
  const last = baseline.at(-1) ?? Number.NaN;
  const rest = { value: canary.at(-1) ?? null, figures: { canaryMean, baselineMean, pValue, points, baseline: last } };
  return judge(key === "worse" ? "failed" : "passed", phrase(`comparison.${key}`, values), rest);
}

/** A continuous metric of the new version against the old one, Kayenta's way; fewer than twelve points a side are inconclusive. */
export function judgeComparison(
  measure: ComparisonMeasure,
  memory: ComparisonMemory,
  [canary, baseline]: readonly [Reading<number>, Reading<number>],
  round: Round,
): Judged<ComparisonMemory> {
  if (canary.kind === "none") return { judgement: canary.judgement, memory };
  if (baseline.kind === "none") return { judgement: baseline.judgement, memory };
  const due = memory.lastAt === null || round.at - memory.lastAt >= measure.windowS * 1000;
  const next: ComparisonMemory = due
    ? {
        kind: "comparison",
        canary: [...memory.canary, canary.value].slice(-KEPT),
        baseline: [...memory.baseline, baseline.value].slice(-KEPT),
        lastAt: round.at,
      }
    : memory;
  const points = next.canary.length;
  if (points >= POINTS_NEEDED) return { judgement: weigh(measure, next, round), memory: next };
  const remainingMs = (POINTS_NEEDED - points) * measure.windowS * 1000;
  const sentence = phrase("comparison.wait", { points, needed: POINTS_NEEDED, minutes: minutesIn(remainingMs) });
  return {
    judgement: judge("inconclusive", sentence, {
      value: canary.value,
      remainingMs,
      figures: { baseline: baseline.value },
    }),
    memory: next,
  };
}
