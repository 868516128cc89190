import { VERDICT_ORDER } from "../domain/release/adverse";
import type { Phrase } from "../domain/release/phrase";
import type { CheckVerdict } from "../domain/release/state";

/** What one round says about a check, with the numbers that it stands on. */
export type Judgement = {
  verdict: CheckVerdict;
  /** Worth telling people, though not enough to act. */
  alert: boolean;
  /** What a chart draws for the round; null where there is nothing to draw. */
  value: number | null;
  figures: Record<string, number>;
  /** Milliseconds of the release's clock until a verdict is to be expected; null where nobody can say. */
  remainingMs: number | null;
  sentence: Phrase;
};

/** A judgement from its verdict and sentence; what is left out is "nothing". */
export function judge(verdict: CheckVerdict, sentence: Phrase, rest: Partial<Judgement> = {}): Judgement {
  return { alert: false, value: null, figures: {}, remainingMs: null, ...rest, verdict, sentence };
}

/** The worst of several verdicts (judge.md's order); of none at all it is "no data", never "passed". */
export function worstVerdict(verdicts: readonly CheckVerdict[]): CheckVerdict {
  const worst = Math.max(...verdicts.map((verdict) => VERDICT_ORDER.indexOf(verdict)));
  return VERDICT_ORDER[worst] ?? "no_data";
}
