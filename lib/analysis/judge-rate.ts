import type { RateMeasure } from "../domain/plan/measure";
import type { CounterState } from "./count-since";
import { countText, minutesIn, oddsText, percentText } from "./figures";
import {
  type Counts,
  EVIDENCE_WANTED,
  logEvidenceAbove,
  logEvidenceBelow,
  requestsStillNeeded,
} from "./limit-evidence";
import type { Counter } from "./read-value";
import { countRound, FIRST_ROUND, type Judged, NO_TRAFFIC, phrase, type Round } from "./round";
import type { Reading } from "./source-answer";
import { type Judgement, judge } from "./verdict";

/**
 * Counts since the last proof. After a proof counting begins anew, so that an hour of health does not hide a minute of trouble; the
 * proof stands until the new counts lean the other way.
 */
export type RateMemory = {
  kind: "rate";
  marks: CounterState[];
  counts: Counts;
  countingSince: number;
  proved: { counts: Counts; log: number } | null;
};

const WANTED = Math.log(EVIDENCE_WANTED);
const LEANS = Math.log(EVIDENCE_WANTED / 2);
const DAY_MS = 86_400_000;
const NONE: Counts = { errors: 0, requests: 0 };

export function beginRate(at: number): RateMemory {
  return { kind: "rate", marks: [], counts: NONE, countingSince: at, proved: null };
}

/** A rate that should be above its limit is the rest's that should be below the rest: 99.9 % served is 0.1 % not served. */
function asErrors({ limit, healthy }: RateMeasure, { errors, requests }: Counts): { counts: Counts; limit: number } {
  if (healthy === "below") return { counts: { errors, requests }, limit };
  return { counts: { errors: requests - errors, requests }, limit: 1 - limit };
}

function told(measure: RateMeasure, { errors, requests }: Counts) {
  return {
    limit: percentText(measure.limit),
    errors: countText(errors),
    requests: countText(requests),
    rate: requests === 0 ? "–" : percentText(errors / requests),
  };
}

function decided(
  measure: RateMeasure,
  verdict: "passed" | "failed",
  proof: { counts: Counts; log: number },
): Judgement {
  const { errors, requests } = proof.counts;
  const side = (measure.healthy === "below") === (verdict === "passed") ? "below" : "above";
  const values = { ...told(measure, proof.counts), evidence: oddsText(proof.log) };
  return judge(verdict, phrase(`rate.${side}`, values), { value: errors / requests, figures: { errors, requests } });
}

function undecided(measure: RateMeasure, memory: RateMemory, { at, phi }: Round): Judgement {
  const { counts, limit } = asErrors(measure, memory.counts);
  const { errors, requests } = memory.counts;
  const perMs = requests / Math.max(1, at - memory.countingSince);
  const remainingMs = requestsStillNeeded(counts, limit, phi) / perMs;
  const rest = { value: errors / requests, figures: { errors, requests } };
  if (remainingMs > DAY_MS) return judge("inconclusive", phrase("rate.no_end", told(measure, memory.counts)), rest);
  const values = { ...told(measure, memory.counts), minutes: minutesIn(remainingMs) };
  return judge("inconclusive", phrase("rate.wait", values), { ...rest, remainingMs });
}

/** The plain reading of one round; exactly on the limit neither holds. */
function literally(measure: RateMeasure, counts: Counts): Judgement {
  const rate = counts.errors / counts.requests;
  const good = measure.healthy === "below" ? rate < measure.limit : rate > measure.limit;
  const verdict = rate === measure.limit ? "inconclusive" : good ? "passed" : "failed";
  const sentence = phrase(`rate.literal_${verdict}`, told(measure, counts));
  return judge(verdict, sentence, { value: rate, figures: { ...counts } });
}

function weigh(measure: RateMeasure, memory: RateMemory, round: Round): Judged<RateMemory> {
  const { counts, limit } = asErrors(measure, memory.counts);
  const above = logEvidenceAbove(counts, limit, round.phi);
  if (above >= WANTED) return { judgement: decided(measure, "failed", { counts: memory.counts, log: above }), memory };
  const below = logEvidenceBelow(counts, limit, round.phi);
  if (below >= WANTED) {
    const proved = { counts: memory.counts, log: below };
    const next = { ...memory, counts: NONE, countingSince: round.at, proved };
    return { judgement: decided(measure, "passed", proved), memory: next };
  }
  const stands = memory.proved !== null && above < LEANS ? memory.proved : null;
  return {
    judgement: stands === null ? undecided(measure, memory, round) : decided(measure, "passed", stands),
    memory,
  };
}

/** A rate against its limit, on counts (judge.md, "Thresholds at low traffic"); a round without a request is no data. */
export function judgeRate(
  measure: RateMeasure,
  memory: RateMemory,
  readings: readonly Reading<Counter[]>[],
  round: Round,
): Judged<RateMemory> {
  const counted = countRound(memory.marks, readings);
  if (counted.kind === "none") return { judgement: counted.judgement, memory };
  const marked = { ...memory, marks: counted.marks };
  if (counted.kind === "first") return { judgement: FIRST_ROUND, memory: { ...marked, countingSince: round.at } };
  const [errors = 0, requests = 0] = counted.counts;
  if (requests === 0) return { judgement: NO_TRAFFIC, memory: marked };
  const now = { errors: Math.min(errors, requests), requests };
  if (measure.literal) return { judgement: literally(measure, now), memory: marked };
  const counts = { errors: memory.counts.errors + now.errors, requests: memory.counts.requests + now.requests };
  return weigh(measure, { ...marked, counts }, round);
}
