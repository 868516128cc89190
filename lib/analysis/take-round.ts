import type { Measure } from "../domain/plan/measure";
import type { Phrase } from "../domain/release/phrase";
import { beginRun, type CheckRun, measured } from "./check-run";
import { beginMemory, type JudgeMemory, judgeRound } from "./judge-round";
import type { Round } from "./round";
import { runSentence } from "./run-sentence";
import type { SourceAnswer } from "./source-answer";
import type { Judgement } from "./verdict";

/** All that a watch keeps of one check between rounds; JSON, so that a restart restores it. */
export type CheckState = { run: CheckRun; memory: JudgeMemory };

/** A check at the start of the watch, or of a stage; `at` in milliseconds of the release's clock. */
export function beginCheck(measure: Measure, at: number): CheckState {
  return { run: beginRun(measure, at), memory: beginMemory(measure, at) };
}

/** A fresh run forgets what it has counted, except the evidence against the new version: that stands while the stage runs. */
function refreshed(measure: Measure, { run, memory }: CheckState, at: number): JudgeMemory {
  return run.phase === "blind" && memory.kind !== "evidence" ? beginMemory(measure, at) : memory;
}

/** `askedAtS` is real (seconds since 1970, as the samples have it), `finishedAt` the release's clock (ms) when the answers were in. */
export type RoundTaken = {
  answers: readonly SourceAnswer[];
  askedAtS: number;
  finishedAt: number;
  round: Round;
};

/** One round of one check from its answers: the new state, what the round said, and the sentence to show beside the check. */
export function takeRound(
  measure: Measure,
  state: CheckState,
  { answers, askedAtS, finishedAt, round }: RoundTaken,
): { state: CheckState; judgement: Judgement; sentence: Phrase } {
  const memory = refreshed(measure, state, round.at);
  const judged = judgeRound(measure, { memory, answers, askedAtS, round });
  const run = measured(state.run, measure, { verdict: judged.judgement.verdict, finishedAt });
  const sentence = runSentence(run, measure, judged.judgement.sentence);
  return { state: { run, memory: judged.memory }, judgement: judged.judgement, sentence };
}
