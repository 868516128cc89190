import { burstFactor } from "@/lib/analysis/error-evidence";
import { runSentence } from "@/lib/analysis/run-sentence";
import type { ReleaseSnapshot } from "@/lib/contracts/live";
import { type CheckReading, type Round, type SamplePoint, seriesOf } from "@/lib/contracts/round";
import type { CheckId } from "@/lib/domain/plan/ids";
import { checkOfCriterion, checksOfWindow } from "@/lib/domain/plan/measured-by";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { versionsOf } from "@/lib/domain/plan/versions";
import type { CheckVerdict } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { CheckSaid, ProbeReading } from "@/lib/domain/release/watch-evidence";
import type { MetricSource } from "@/lib/ports/metric-source";
import type { CountedTraffic } from "@/lib/ports/traffic-count-store";
import { type Asked, askChecks, type MeasuredCheck } from "./ask-checks";
import { gapBefore } from "./chart-gaps";
import { judgeCounts, worseOf } from "./counted-traffic";
import { type JudgedCheck, judgeCheck, memoryOf, type RoundContext } from "./judge-checks";
import { dueChecks, intervalMs, measuredChecks, togetherAfter } from "./round-pace";
import { watchTime } from "./watch-clock";
import type { CheckMemory, Memory, SourceMemory } from "./watch-memory";

/** Answers that a source may owe in a row before it counts as lost (judge.md: the fifth). */
const missesBorne = 4;
/** Rounds before the release from which the scatter of errors is estimated. */
const roundsForPhi = 240;

export type RoundInput = {
  snapshot: Pick<ReleaseSnapshot, "releaseId" | "plan" | "state">;
  sources: readonly MetricSource[];
  memory: Memory;
  /** Real time. */
  at: Instant;
  /** The newest word of the proxy; absent or null where none counts. */
  counted?: CountedTraffic | null;
};

export type RoundOutput = { round: Round; memory: Memory; samples: SamplePoint[] };

function contextOf({ snapshot: { plan, state }, memory, at }: RoundInput): RoundContext {
  const { version, baseline } = versionsOf(plan);
  const round = {
    at: watchTime(state.clock, at),
    canaryName: version,
    baselineName: baseline,
    wantedShare: state.traffic.wanted / 100,
    phi: burstFactor(memory.oldErrors),
  };
  return { plan, state, round, at };
}

/** What is shown of a check between two of its rounds: what it said last, as long as its run goes on. */
function waitingReading({ id, measure }: MeasuredCheck, { state: { run }, says }: CheckMemory): CheckReading {
  const isBlind = run.phase === "blind" ? { blind: true as const } : {};
  const sentence = runSentence(run, measure, says ?? null);
  return { check: id, verdict: run.verdict, says: sentence, values: [], asked: false, ...isBlind };
}

function sourceMemories({ seen }: Asked, { sources }: RoundInput, before: Memory, at: Instant): Memory["sources"] {
  const memories: Memory["sources"] = {};
  for (const { name } of sources) {
    const known: SourceMemory = before.sources[name] ?? { lastGoodAt: null, misses: 0, seen: true };
    const answered = seen.get(name);
    if (answered === undefined) memories[name] = known;
    else if (answered) memories[name] = { lastGoodAt: at, misses: 0, seen: true };
    else {
      const misses = known.misses + 1;
      memories[name] = { ...known, misses, seen: misses <= missesBorne };
    }
  }
  return memories;
}

/** Stretches without samples that a source, now that it answers, can still tell of. */
function gapsAfter({ seen }: Asked, { snapshot, memory, at }: RoundInput): Memory["gaps"] {
  const context = { state: snapshot.state, at, intervalMs: intervalMs(snapshot) };
  const fresh = [...seen].flatMap(([source, answered]) => {
    const gap = answered ? gapBefore(source, memory.sources[source]?.lastGoodAt ?? null, context) : null;
    return gap === null ? [] : [gap];
  });
  return [...memory.gaps, ...fresh];
}

/** How often the old version erred in this round, while no traffic is on the new one: what φ is estimated from. */
function oldErrorsAfter({ round }: RoundContext, before: Memory, judged: Map<CheckId, JudgedCheck>): number[] {
  if (round.wantedShare > 0) return before.oldErrors;
  for (const [id, { memory }] of judged) {
    const [now, past] = [memory.state.memory, before.checks[id]?.state.memory];
    if (now.kind !== "evidence" || past?.kind !== "evidence") continue;
    const errors = now.evidence.stable.errors - past.evidence.stable.errors;
    return errors < 0 ? before.oldErrors : [...before.oldErrors, errors].slice(-roundsForPhi);
  }
  return before.oldErrors;
}

type Band = Round["evidence"]["band"];
const BANDS: Record<CheckVerdict, Band> = {
  passed: "in",
  failed: "out",
  inconclusive: "unknown",
  no_data: "unknown",
  errored: "unknown",
};

/** What the share guard says, where the plan has one. */
function bandOf(
  checks: readonly MeasuredCheck[],
  readings: readonly CheckReading[],
  kept: Memory["checks"],
): { band: Band; share: number | null } {
  const guard = checks.find(({ measure }) => measure.kind === "serving");
  const reading = readings.find(({ check }) => check === guard?.id);
  if (reading === undefined) return { band: null, share: null };
  const value = kept[reading.check]?.value ?? null;
  return { band: BANDS[reading.verdict], share: value === null ? null : Math.round(1000 * value) / 10 };
}

/** What the checklist's probes said, for signatures to be kept with and to expire by. */
function probesIn(plan: Plan, readings: readonly CheckReading[], kept: Memory["checks"]): { probes?: ProbeReading[] } {
  const { probes: items } = indexOf(plan);
  const probes = readings.flatMap(({ check, verdict, says }): ProbeReading[] => {
    const item = items.get(check);
    return item === undefined ? [] : [{ item, verdict, says, falseRounds: kept[check]?.falseRounds ?? 0 }];
  });
  return probes.length === 0 ? {} : { probes };
}

/** What is said of criteria and windows while the release is observed, for people to judge by. */
function afterwardsIn(
  { plan, state }: RoundInput["snapshot"],
  readings: readonly CheckReading[],
): { afterwards?: CheckSaid[] } {
  if (state.status !== "observing") return {};
  const behind = [
    ...plan.criteria.flatMap((criterion) => checkOfCriterion(plan, criterion) ?? []),
    ...plan.windows.flatMap((window) => checksOfWindow(plan, window)),
  ];
  const ids = new Set(behind.map(({ id }) => id));
  const afterwards = readings.flatMap(({ check, verdict, says }) => (ids.has(check) ? [{ check, verdict, says }] : []));
  return afterwards.length === 0 ? {} : { afterwards };
}

function samplesOf(readings: readonly CheckReading[]): SamplePoint[] {
  return readings.flatMap(({ check, values }) =>
    values.map(({ side, value, at }) => ({ series: seriesOf(check, side), at: Math.round(at), value })),
  );
}

/** The counts as screens show them, of several proxies with one share the first one's. */
function requestsOf(counted: CountedTraffic | null): Pick<Round, "traffic"> {
  if (counted === null) return {};
  const { kind: _told, fence: _fence, isDisputed: _disputed, others: _others, unread: _unread, ...traffic } = counted;
  return { traffic };
}

/** One sampling round: asks every check whose time has come, all at once, and says what came of it. Changes nothing. */
export async function runRound(input: RoundInput): Promise<RoundOutput> {
  const { snapshot, sources, memory, at } = input;
  const context = contextOf(input);
  // Without any source nobody looks: a round then is about what proxies count and nothing else.
  const checks = sources.length === 0 ? [] : measuredChecks(snapshot.plan);
  const before = new Map(checks.map((check) => [check.id, memoryOf(context, memory, check)]));
  const due = dueChecks(snapshot, before, context.round.at).filter(({ id }) => before.has(id));
  const asked = await askChecks(due, sources, { round: context.round, at });
  const judged = new Map(
    due.flatMap((check): [CheckId, JudgedCheck][] => {
      const own = before.get(check.id);
      return own === undefined ? [] : [[check.id, judgeCheck(context, check, own, asked.answers)]];
    }),
  );
  const kept: Memory["checks"] = {};
  const readings = checks.flatMap((check) => {
    const own = before.get(check.id);
    if (own === undefined) return [];
    const done = judged.get(check.id);
    kept[check.id] = done?.memory ?? own;
    return [done?.reading ?? waitingReading(check, own)];
  });
  const next: Memory = {
    ...memory,
    checks: kept,
    sources: sourceMemories(asked, input, memory, at),
    oldErrors: oldErrorsAfter(context, memory, judged),
    gaps: gapsAfter(asked, input),
    together: null,
  };
  const served = bandOf(checks, readings, kept);
  const passed = readings.filter(({ verdict }) => verdict === "passed").map(({ check }) => check);
  const wanted = snapshot.state.traffic.wanted;
  const counted = judgeCounts(input.counted ?? null, { wanted, at, memory: memory.counted });
  const decisive = worseOf(served, counted);
  const together = togetherAfter(snapshot, memory.together, { asked: due, passed, share: wanted, at });
  const evidence = {
    roundAt: at,
    verdicts: Object.fromEntries(readings.map(({ check, verdict }) => [check, verdict])),
    observedShare: decisive.share,
    wantedShare: wanted,
    band: decisive.band,
    intervalMs: intervalMs(snapshot),
    ...(together === null ? {} : { together }),
    ...probesIn(snapshot.plan, readings, kept),
    ...afterwardsIn(snapshot, readings),
    ...(sources.length === 0 ? { sourceless: true as const } : {}),
    ...(sources.some(({ simulated }) => simulated) ? { simulated: true as const } : {}),
  };
  const sourceReadings = sources.map(({ name, simulated }) => {
    const { seen = true, lastGoodAt = null } = next.sources[name] ?? {};
    return { source: name, seen, lastGoodAt, simulated };
  });
  const told = { releaseId: snapshot.releaseId, evidence, readings, sources: sourceReadings };
  const round: Round = { ...told, ...requestsOf(input.counted ?? null) };
  return { round, memory: { ...next, together, counted: counted.memory }, samples: samplesOf(readings) };
}
