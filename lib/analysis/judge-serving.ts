import type { CounterState } from "./count-since";
import { countText, percentText } from "./figures";
import type { Counter } from "./read-value";
import { countRound, FIRST_ROUND, type Judged, NO_TRAFFIC, phrase, type Round } from "./round";
import type { Reading } from "./source-answer";
import { binomialLowerTail } from "./special-functions";
import { type Judgement, judge } from "./verdict";

/** Requests since the last decision: with few of them a dead canary looks like chance, so they add up until they say something. */
export type ServingMemory = { kind: "serving"; marks: CounterState[]; share: number; canary: number; all: number };

/** Half of what the 99.9 % band leaves outside. */
const OUTSIDE = 0.0005;
/** Nothing at all on the canary counts as dead from this many expected requests on. */
const EXPECTED_FOR_DEAD = 3;

export function beginServing(): ServingMemory {
  return { kind: "serving", marks: [], share: 0, canary: 0, all: 0 };
}

export type ShareStanding = "within" | "too_few" | "too_many" | "cannot_tell";

/**
 * Whether `canary` of `all` requests lie in the binomial band (99.9 %) of the wanted share (0 to 1). At 0 % and at 100 % one in a
 * thousand may be on the other side: connections that end slowly.
 */
export function shareStanding(canary: number, all: number, wanted: number): ShareStanding {
  const p = Math.min(0.999, Math.max(0.001, wanted));
  if (canary === 0 && wanted > 0) return all * p >= EXPECTED_FOR_DEAD ? "too_few" : "cannot_tell";
  if (binomialLowerTail(canary, all, p) < OUTSIDE) return "too_few";
  return binomialLowerTail(all - canary, all, 1 - p) < OUTSIDE ? "too_many" : "within";
}

const VERDICTS = { within: "passed", too_few: "failed", too_many: "failed", cannot_tell: "inconclusive" } as const;

function weigh(
  { canary, all, share }: ServingMemory,
  { canaryName }: Round,
): { judgement: Judgement; standing: ShareStanding } {
  const standing = shareStanding(canary, all, share);
  const values = {
    version: canaryName,
    canary: countText(canary),
    requests: countText(all),
    observed: percentText(canary / all),
    wanted: percentText(share),
  };
  const key = standing === "too_few" && canary === 0 ? "dead" : standing;
  const sentence = phrase(`serving.${key}`, values);
  return {
    judgement: judge(VERDICTS[standing], sentence, { value: canary / all, figures: { canary, all } }),
    standing,
  };
}

/** Is the canary there at all? Judged on what each version itself has served; what the proxy says does not count. */
export function judgeServing(
  memory: ServingMemory,
  readings: readonly Reading<Counter[]>[],
  round: Round,
): Judged<ServingMemory> {
  const counted = countRound(memory.marks, readings);
  if (counted.kind === "none") return { judgement: counted.judgement, memory };
  const marked = { ...memory, marks: counted.marks };
  if (counted.kind === "first") return { judgement: FIRST_ROUND, memory: marked };
  const [canary = 0, stable = 0] = counted.counts;
  if (canary + stable === 0) return { judgement: NO_TRAFFIC, memory: marked };
  const before = memory.share === round.wantedShare ? memory : { canary: 0, all: 0 };
  const next: ServingMemory = {
    ...{ ...marked, share: round.wantedShare },
    ...{ canary: before.canary + canary, all: before.all + canary + stable },
  };
  const { judgement, standing } = weigh(next, round);
  return { judgement, memory: standing === "cannot_tell" ? next : { ...next, canary: 0, all: 0 } };
}
