import { fillSeries } from "@/lib/analysis/fill-series";
import { queriesToAsk } from "@/lib/analysis/judge-round";
import type { SourceAnswer } from "@/lib/analysis/source-answer";
import { type SamplePoint, seriesOf } from "@/lib/contracts/round";
import type { Plan } from "@/lib/domain/plan/plan";
import { versionsOf } from "@/lib/domain/plan/versions";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { MetricSource, SourceReply } from "@/lib/ports/metric-source";
import { type MeasuredCheck, sourceOf } from "./ask-checks";
import { answerOf } from "./source-answer";

/** A stretch of real time in which nobody measured what a source knows. `tries` counts in vain. */
export type Gap = { source: string; from: Instant; to: Instant; tries: number };

/** A round that comes this much late leaves no hole that anybody sees. */
const ROUNDS_BORNE = 3;
const LEAST_GAP_MS = 3_000;
/** As far back as the first chart goes: the whole release, else an hour; never more than a day. */
const USUAL_PAST_MS = 3_600_000;
const MOST_PAST_MS = 86_400_000;
/** As many points as a chart draws. */
const MOST_POINTS = 300;
/** A source that will not tell its past is asked no more. */
const MOST_TRIES = 5;

/** From when on a chart of this release has anything to show, in real time. */
function chartFrom({ clock, started }: Pick<ReleaseState, "clock" | "started">, at: Instant): Instant {
  // The clock of a rehearsal stands until it is started: before that there is no past.
  if (clock.mode === "rehearsal") return clock.startedAt ?? at;
  return Math.max(at - MOST_PAST_MS, Math.min(at - USUAL_PAST_MS, started?.at ?? at));
}

type Seen = { state: Pick<ReleaseState, "clock" | "started">; at: Instant; intervalMs: number };

/** The stretch that was missed before a source answered at `at`; null where none was. `lastGoodAt` null = it never had. */
export function gapBefore(source: string, lastGoodAt: Instant | null, { state, at, intervalMs }: Seen): Gap | null {
  const from = Math.max(lastGoodAt ?? 0, chartFrom(state, at));
  return at - from > Math.max(LEAST_GAP_MS, ROUNDS_BORNE * intervalMs) ? { source, from, to: at, tries: 0 } : null;
}

/** What is still to be filled after an attempt: what was answered is done, what was not is tried again a few times. */
export function gapsLeft(gaps: readonly Gap[], attempts: ReadonlyMap<string, boolean>): Gap[] {
  return gaps.flatMap((gap): Gap[] => {
    const isFilled = attempts.get(gapKey(gap));
    if (isFilled === undefined) return [gap];
    return isFilled || gap.tries + 1 >= MOST_TRIES ? [] : [{ ...gap, tries: gap.tries + 1 }];
  });
}

export function gapKey({ source, from }: Gap): string {
  return `${source}@${from}`;
}

export type Past = {
  plan: Plan;
  state: Pick<ReleaseState, "clock">;
  checks: readonly MeasuredCheck[];
  sources: readonly MetricSource[];
};

/**
 * The samples of one missed stretch, asked for once with range queries on the step's grid: so the same points come back whoever asks.
 * Null when the source would not say. Nothing is ever judged on them.
 */
export async function samplesOfGap(past: Past, gap: Gap): Promise<SamplePoint[] | null> {
  const { plan, state, checks, sources } = past;
  const speed = state.clock.mode === "live" ? 1 : state.clock.speed;
  const { version, baseline } = versionsOf(plan);
  const known = new Map<string, SourceReply>();
  const points: SamplePoint[] = [];
  for (const check of checks) {
    const source = sourceOf(check, sources);
    if (source?.name !== gap.source) continue;
    const { intervalS } = check.measure;
    const stepS = Math.max(1, Math.ceil(intervalS / speed), Math.ceil((gap.to - gap.from) / 1000 / MOST_POINTS));
    const answers: SourceAnswer[] = [];
    // One after the other: the past can wait, and the round that is judged must not.
    for (const query of queriesToAsk(check.measure, { canaryName: version, baselineName: baseline })) {
      const key = `${stepS} ${query}`;
      const reply =
        known.get(key) ?? (await source.queryRange({ query, from: gap.from - stepS * 1000, to: gap.to, stepS }));
      if (reply.kind === "fault") return null;
      known.set(key, reply);
      answers.push(answerOf(reply));
    }
    for (const { side, atS, value } of fillSeries(check.measure, answers)) {
      const at = Math.round(atS * 1000);
      if (at > gap.from && at < gap.to) points.push({ series: seriesOf(check.id, side), at, value, filled: true });
    }
  }
  return points;
}
