import type { CounterState } from "./count-since";
import { countText, percentText } from "./figures";
import type { Counter } from "./read-value";
import { countRound, FIRST_ROUND, type Judged, NO_TRAFFIC, phrase, type Round } from "./round";
import type { Reading } from "./source-answer";
import { binomialLowerTail } from "./special-functions";
import { type Judgement, judge } from "./verdict";

/**
 * Requests since the last decision: with few of them a dead canary looks like chance, so they add up until they say something.
 * `lean` is the side to which the last undecided round alone fell.
 */
export type ServingMemory = {
  kind: "serving";
  marks: CounterState[];
  share: number;
  canary: number;
  all: number;
  lean?: Lean | undefined;
};
type Lean = "few" | "many";

/** Half of what the 99.9 % band leaves outside. */
const OUTSIDE = 0.0005;
/** A watch looks a hundred times an hour: outside the band it looks again, and fails what chance cannot explain any more. */
const BEYOND_CHANCE = 5e-7;
/** Nothing at all on the canary counts as dead from this many expected requests on. */
const EXPECTED_FOR_DEAD = 3;

export function beginServing(): ServingMemory {
  return { kind: "serving", marks: [], share: 0, canary: 0, all: 0 };
}

export type ShareStanding = "within" | "off" | "too_few" | "too_many" | "cannot_tell";

/**
 * Whether so many of all requests lie in the binomial band (99.9 %) of the wanted share (0 to 1); "off" is outside it, by an amount
 * that may still be chance. At 0 % and at 100 % one in a
 * thousand may be on the other side: connections that end slowly.
 */
export function shareStanding(canaryCount: number, allCount: number, wanted: number): ShareStanding {
  // A source may answer parts of a request, between two scrapes.
  const [canary, all] = [Math.round(canaryCount), Math.round(allCount)];
  const p = Math.min(0.999, Math.max(0.001, wanted));
  if (canary === 0 && wanted > 0) return all * p >= EXPECTED_FOR_DEAD ? "too_few" : "cannot_tell";
  // Where none are wanted there cannot be too few, nor too many where all are.
  const few = wanted <= 0 ? 1 : binomialLowerTail(canary, all, p);
  const many = wanted >= 1 ? 1 : binomialLowerTail(all - canary, all, 1 - p);
  if (Math.min(few, many) >= OUTSIDE) return "within";
  if (Math.min(few, many) >= BEYOND_CHANCE) return "off";
  return few < many ? "too_few" : "too_many";
}

const VERDICTS = {
  within: "passed",
  off: "inconclusive",
  too_few: "failed",
  too_many: "failed",
  cannot_tell: "inconclusive",
} as const;

function isGone(reading: Reading<Counter[]> | undefined): boolean {
  return reading?.kind === "none" && reading.judgement.sentence.key === "verdict.source.empty";
}

/**
 * A version whose own series are gone while the other's are there has served nothing; that is not "no data". Of the old one this is
 * believed only when it shall serve nothing: its pods may be gone then.
 */
function silentAsNothing(
  readings: readonly Reading<Counter[]>[],
  { wantedShare }: Round,
): readonly Reading<Counter[]>[] {
  const [canary, stable] = readings;
  if (isGone(canary) && stable?.kind === "value") return [{ ...stable, value: [] }, stable];
  if (wantedShare >= 1 && canary?.kind === "value" && isGone(stable)) return [canary, { ...canary, value: [] }];
  return readings;
}

type Counted = { canary: number; all: number };

const leanOf = ({ canary, all }: Counted, share: number): Lean => (canary < all * share ? "few" : "many");
const isWithin = ({ canary, all }: Counted, share: number) => shareStanding(canary, all, share) === "within";

/**
 * How the requests of this round stand, with what was undecided before. A version's own targets are read at another moment than the
 * other's: now and then one version counts twice the time of the other in a round, and half of it in the next. So what is outside is
 * believed when it is seen twice running on the same side, and a round that is inside by itself, or with the one before, is.
 */
function standingOf(sum: Counted, alone: Counted, { share, lean }: ServingMemory): ShareStanding {
  const standing = shareStanding(sum.canary, sum.all, share);
  if (standing !== "too_few" && standing !== "too_many") return standing;
  // A handful of requests behind thousands would be inside of anything.
  if (lean !== undefined && 3 * alone.all >= sum.all && isWithin(alone, share)) return "within";
  const sides = [leanOf(alone, share), leanOf(sum, share)];
  return sides.every((side) => side === lean) ? standing : "off";
}

function weigh(
  { canary, all }: Counted,
  { standing, share }: { standing: ShareStanding; share: number },
  { canaryName }: Round,
): Judgement {
  const values = {
    version: canaryName,
    canary: countText(canary),
    requests: countText(all),
    observed: percentText(canary / all),
    wanted: percentText(share),
  };
  const key = standing === "too_few" && Math.round(canary) === 0 ? "dead" : standing;
  const sentence = phrase(`serving.${key}`, values);
  return judge(VERDICTS[standing], sentence, { value: canary / all, figures: { canary, all } });
}

/** Is the canary there at all? Judged on what each version itself has served; what the proxy says does not count. */
export function judgeServing(
  memory: ServingMemory,
  readings: readonly Reading<Counter[]>[],
  round: Round,
): Judged<ServingMemory> {
  const counted = countRound(memory.marks, silentAsNothing(readings, round));
  if (counted.kind === "none") return { judgement: counted.judgement, memory };
  const marked = { ...memory, marks: counted.marks };
  if (counted.kind === "first") return { judgement: FIRST_ROUND, memory: marked };
  const [canary = 0, stable = 0] = counted.counts;
  if (canary + stable === 0) return { judgement: NO_TRAFFIC, memory: marked };
  const share = round.wantedShare;
  const before = memory.share === share ? memory : { canary: 0, all: 0, lean: undefined };
  const alone = { canary, all: canary + stable };
  const sum = { canary: before.canary + alone.canary, all: before.all + alone.all };
  const known = { ...marked, share, lean: before.lean };
  const standing = standingOf(sum, alone, known);
  const told = standing === "within" && !isWithin(sum, share) ? alone : sum;
  const judgement = weigh(told, { standing, share }, round);
  if (VERDICTS[standing] !== "inconclusive")
    return { judgement, memory: { ...known, canary: 0, all: 0, lean: undefined } };
  // What fell to the other side than the round before is looked at by itself.
  const lean = leanOf(alone, share);
  const kept = before.lean === undefined || before.lean === lean ? sum : alone;
  return { judgement, memory: { ...known, ...kept, lean } };
}
