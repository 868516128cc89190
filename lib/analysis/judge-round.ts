import type { Measure } from "../domain/plan/measure";
import { fillQuery } from "./fill-query";
import { beginComparison, type ComparisonMemory, judgeComparison } from "./judge-comparison";
import { beginEvidence, type EvidenceMemory, judgeEvidence } from "./judge-evidence";
import { judgeJson } from "./judge-json";
import { judgeLimit } from "./judge-limit";
import { beginRate, judgeRate, type RateMemory } from "./judge-rate";
import { beginServing, judgeServing, type ServingMemory } from "./judge-serving";
import { type Asked, type Counter, maxSampleAgeS, readCounters, readValue } from "./read-value";
import { type Judged, phrase, type Round } from "./round";
import { type Reading, readAnswer, type SourceAnswer } from "./source-answer";

/** What a judge remembers between rounds; JSON, so that a restart loses nothing. */
export type JudgeMemory = { kind: "limit" | "json" } | RateMemory | EvidenceMemory | ComparisonMemory | ServingMemory;

/** An empty memory for a measure, at the start of a run (release clock, ms). */
export function beginMemory({ kind }: Measure, at: number): JudgeMemory {
  switch (kind) {
    case "limit":
    case "json":
      return { kind };
    case "rate":
      return beginRate(at);
    case "evidence":
      return beginEvidence(at);
    case "comparison":
      return beginComparison();
    case "serving":
      return beginServing();
  }
}

type Names = Pick<Round, "canaryName" | "baselineName">;

/** The instant queries of one round, filled in, in the order in which `judgeRound` wants the answers. */
export function queriesToAsk(measure: Measure, { canaryName, baselineName }: Names): string[] {
  const { windowS } = measure;
  const ofNew = (query: string) => fillQuery(query, { version: canaryName, baseline: baselineName, windowS });
  const ofOld = (query: string) => fillQuery(query, { version: baselineName, baseline: baselineName, windowS });
  switch (measure.kind) {
    case "limit":
      return [ofNew(measure.query)];
    case "rate":
      return [ofNew(measure.errors), ofNew(measure.requests)];
    case "evidence":
      return [ofNew(measure.errors), ofNew(measure.requests), ofOld(measure.errors), ofOld(measure.requests)];
    case "comparison":
      return [ofNew(measure.canary), ofNew(measure.baseline)];
    case "serving":
      return [ofNew(measure.requests), ofOld(measure.requests)];
    case "json":
      return [];
  }
}

const UNANSWERED: SourceAnswer = { kind: "unreachable" };

/**
 * At full traffic the old version may be gone for good. Its counters that are nowhere have then counted nothing, so that the new one is
 * judged by itself; at any smaller share they are missing, and nothing is judged.
 */
function bothSides(readings: Reading<Counter[]>[], { wantedShare }: Round): Reading<Counter[]>[] {
  const isGone = (reading: Reading<Counter[]>) =>
    reading.kind === "none" && reading.judgement.sentence.key === "verdict.source.empty";
  return readings.map((reading, index) =>
    wantedShare >= 1 && index >= 2 && isGone(reading) ? { kind: "value", value: [], warnings: [] } : reading,
  );
}

type RoundInput = { memory: JudgeMemory; answers: readonly SourceAnswer[]; askedAtS: number; round: Round };

/** An answer that comes with a warning may be a part of the truth (a store that did not answer, a label that is malformed): not passed. */
function notPassedIfWarned(judged: Judged<JudgeMemory>, answers: readonly SourceAnswer[]): Judged<JudgeMemory> {
  if (judged.judgement.verdict !== "passed") return judged;
  const [warning] = answers.flatMap((answer) => readAnswer(answer).warnings);
  if (warning === undefined) return judged;
  const sentence = phrase("source.warned", { detail: warning.slice(0, 200) });
  return { ...judged, judgement: { ...judged.judgement, verdict: "inconclusive", sentence } };
}

/** One round of one check: answers in (the document itself where one is read), verdict with its sentence and the new memory out. A missing answer is an error. */
export function judgeRound(measure: Measure, input: RoundInput): Judged<JudgeMemory> {
  const judged = judgeAnswers(measure, input);
  return measure.kind === "json" ? judged : notPassedIfWarned(judged, input.answers);
}

function judgeAnswers(measure: Measure, { memory, answers, askedAtS, round }: RoundInput): Judged<JudgeMemory> {
  const asked: Asked = { atS: askedAtS, maxAgeS: maxSampleAgeS(measure.intervalS) };
  const wanted = queriesToAsk(measure, round).map((_, index) => answers[index] ?? UNANSWERED);
  const counters = () => wanted.map((answer) => readCounters(answer, asked));
  const value = (index: number) => readValue(wanted[index] ?? UNANSWERED, asked);
  switch (measure.kind) {
    case "limit":
      return { judgement: judgeLimit(measure, value(0)), memory: { kind: "limit" } };
    case "rate":
      return judgeRate(measure, memory.kind === "rate" ? memory : beginRate(round.at), counters(), round);
    case "evidence":
      return judgeEvidence(
        measure,
        memory.kind === "evidence" ? memory : beginEvidence(round.at),
        bothSides(counters(), round),
        round,
      );
    case "comparison": {
      const own = memory.kind === "comparison" ? memory : beginComparison();
      return judgeComparison(measure, own, [value(0), value(1)], round);
    }
    case "serving":
      return judgeServing(memory.kind === "serving" ? memory : beginServing(), counters(), round);
    case "json":
      return { judgement: judgeJson(measure, answers[0] ?? UNANSWERED), memory: { kind: "json" } };
  }
}
