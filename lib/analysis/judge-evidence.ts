import type { EvidenceMeasure } from "../domain/plan/measure";
import type { Phrase } from "../domain/release/phrase";
import type { CounterState } from "./count-since";
import { addRound, type ErrorEvidence, logEvidenceWorse, NO_EVIDENCE, RULED_OUT_RATIO } from "./error-evidence";
import { countText, minutesIn, oddsText } from "./figures";
import { EVIDENCE_WANTED, logEvidenceBelow, requestsStillNeeded } from "./limit-evidence";
import type { Counter } from "./read-value";
import { countRound, FIRST_ROUND, type Judged, NO_TRAFFIC, phrase, type Round } from "./round";
import type { Reading } from "./source-answer";
import { type Judgement, judge } from "./verdict";

export type EvidenceMemory = {
  kind: "evidence";
  marks: CounterState[];
  evidence: ErrorEvidence;
  countingSince: number;
  /** What proved last that it is no worse: it stands until the counts lean the other way, else a gate would open and shut by chance. */
  proved?: Phrase | null;
};

/** Below this error rate the new version is fine in itself, however few errors there are to compare. */
const HARMLESS = 0.001;
const WANTED = Math.log(EVIDENCE_WANTED);

export function beginEvidence(at: number): EvidenceMemory {
  return { kind: "evidence", marks: [], evidence: NO_EVIDENCE, countingSince: at };
}

function told({ canary, stable }: ErrorEvidence, log: number, round: Round): ReturnType<typeof phrase> {
  const values = {
    baseline: round.baselineName,
    errors: countText(canary.errors),
    requests: countText(canary.requests),
    oldErrors: countText(stable.errors),
    oldRequests: countText(stable.requests),
    evidence: oddsText(log),
    ratio: RULED_OUT_RATIO,
  };
  return phrase("evidence", values, { noun: Math.round(canary.errors) === 1 ? "error" : "errors" });
}

/** Until either way of being fine is proved, if things go on as they have; null while nothing points there. */
function remainingMs({ evidence, countingSince }: EvidenceMemory, { at, phi }: Round): number | null {
  const elapsed = Math.max(1, at - countingSince);
  const alone = (requestsStillNeeded(evidence.canary, HARMLESS, phi) * elapsed) / Math.max(1, evidence.canary.requests);
  const compared = ((WANTED - evidence.ruledOutLog) * elapsed) / Math.max(evidence.ruledOutLog, 1e-9);
  const least = Math.min(alone, compared);
  return least < 86_400_000 ? least : null;
}

function weigh(measure: EvidenceMeasure, memory: EvidenceMemory, round: Round): Judgement {
  const { evidence } = memory;
  const log = logEvidenceWorse(evidence);
  const { canary, stable } = evidence;
  const figures = {
    ...{ errors: canary.errors, requests: canary.requests, oldErrors: stable.errors, oldRequests: stable.requests },
    logEvidence: log,
  };
  const rest = { value: canary.requests === 0 ? null : canary.errors / canary.requests, figures };
  const say = (kind: string, shown: number, extra = {}) => {
    const { key, values, words = {} } = told(evidence, shown, round);
    return { key: `${key}.${kind}`, values: { ...values, ...extra }, words };
  };
  if (log >= Math.log(measure.actAt)) return judge("failed", say("worse", log), { ...rest, alert: true });
  if (log >= Math.log(measure.alertAt)) {
    return judge("inconclusive", say("likely", log, { actAt: countText(measure.actAt) }), { ...rest, alert: true });
  }
  if (evidence.ruledOutLog >= WANTED) return judge("passed", say("fine", evidence.ruledOutLog), rest);
  const alone = logEvidenceBelow(canary, HARMLESS, round.phi);
  if (alone >= WANTED) return judge("passed", say("harmless", alone), rest);
  if (memory.proved != null && log < Math.log(measure.alertAt / 2)) return judge("passed", memory.proved, rest);
  const left = remainingMs(memory, round);
  if (left === null) return judge("inconclusive", say("no_end", log), rest);
  return judge("inconclusive", say("wait", log, { minutes: minutesIn(left) }), { ...rest, remainingMs: left });
}

/**
 * Is the new version worse than the old one? Evidence over the whole stage that stays valid however often one looks. "No worse" needs
 * evidence too: three times as bad is ruled out, or the new version's own rate is shown to be below 0.1 %.
 */
export function judgeEvidence(
  measure: EvidenceMeasure,
  memory: EvidenceMemory,
  readings: readonly Reading<Counter[]>[],
  round: Round,
): Judged<EvidenceMemory> {
  const counted = countRound(memory.marks, readings);
  if (counted.kind === "none") return { judgement: counted.judgement, memory };
  const marked = { ...memory, marks: counted.marks };
  if (counted.kind === "first") return { judgement: FIRST_ROUND, memory: { ...marked, countingSince: round.at } };
  const [canaryErrors = 0, canaryRequests = 0, stableErrors = 0, stableRequests = 0] = counted.counts;
  const canary = { errors: Math.min(canaryErrors, canaryRequests), requests: canaryRequests };
  const stable = { errors: Math.min(stableErrors, stableRequests), requests: stableRequests };
  const next = { ...marked, evidence: addRound(memory.evidence, { canary, stable }, round.phi) };
  if (canaryRequests === 0) return { judgement: NO_TRAFFIC, memory: next };
  const judgement = weigh(measure, next, round);
  return { judgement, memory: { ...next, proved: judgement.verdict === "passed" ? judgement.sentence : null } };
}
