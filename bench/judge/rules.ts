import { compareSamples } from "@/lib/analysis/compare-samples";
import { addRound, logEvidenceWorse, NO_EVIDENCE, type VersionCounts } from "@/lib/analysis/error-evidence";

export const LOOK_S = 15;
const LOOKS_PER_MINUTE = 60 / LOOK_S;

/** Rounds of one simulated night → the minute in which the rule stops it; null = never. */
export type Rule = { name: string; stopsAt: (rounds: readonly VersionCounts[]) => number | null };

const minutesOf = (look: number) => (look * LOOK_S) / 60;

function canaryMinutes(rounds: readonly VersionCounts[]): number[] {
  return perMinute(rounds.map(({ canary }) => canary));
}

function perMinute(counts: readonly { errors: number; requests: number }[]): number[] {
  const minutes: number[] = [];
  for (let start = 0; start + LOOKS_PER_MINUTE <= counts.length; start += LOOKS_PER_MINUTE) {
    const part = counts.slice(start, start + LOOKS_PER_MINUTE);
    const errors = part.reduce((sum, one) => sum + one.errors, 0);
    minutes.push(
      errors /
        Math.max(
          1,
          part.reduce((sum, one) => sum + one.requests, 0),
        ),
    );
  }
  return minutes;
}

function running(name: string, wanted: number): Rule {
  return {
    name,
    stopsAt: (rounds) => {
      let row = 0;
      for (const [minute, rate] of canaryMinutes(rounds).entries()) {
        row = rate > 0.001 ? row + 1 : 0;
        if (row === wanted) return minute + 1;
      }
      return null;
    },
  };
}

function evidence(least: number): Rule {
  return {
    name: `evidence ≥ ${least}`,
    stopsAt: (rounds) => {
      let state = NO_EVIDENCE;
      for (const [look, round] of rounds.entries()) {
        state = addRound(state, round, 1);
        if (logEvidenceWorse(state) >= Math.log(least)) return minutesOf(look + 1);
      }
      return null;
    },
  };
}

/** One-sided: half of the two-sided p where the new version lies higher. */
function highP(x: readonly number[], y: readonly number[]): number {
  const { pValue, canaryMean, baselineMean } = compareSamples(x, y);
  return canaryMean > baselineMean ? pValue / 2 : 1 - pValue / 2;
}

export const RULES: Rule[] = [
  running("1-minute rate > 0.1 %, once", 1),
  running("the same three separate minutes running", 3),
  evidence(20),
  evidence(100),
];

/** Kayenta's way: error rates by the minute against a baseline of the canary's own size, all minutes so far, every 5 min. */
export const MANN_WHITNEY: Rule = {
  name: "Mann–Whitney p ≤ 0.05 each 5 min",
  stopsAt: (rounds) => {
    const canary = canaryMinutes(rounds);
    const baseline = perMinute(rounds.map(({ stable }) => stable));
    for (let end = 5; end <= canary.length; end += 5) {
      if (highP(canary.slice(0, end), baseline.slice(0, end)) <= 0.05) return end;
    }
    return null;
  },
};
