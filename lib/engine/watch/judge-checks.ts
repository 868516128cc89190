import type { CheckRun } from "@/lib/analysis/check-run";
import type { Round } from "@/lib/analysis/round";
import { beginCheck, takeRound } from "@/lib/analysis/take-round";
import type { Judgement } from "@/lib/analysis/verdict";
import type { CheckReading, SideValue } from "@/lib/contracts/round";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { Asked, MeasuredCheck } from "./ask-checks";
import { isStanding } from "./watch-clock";
import type { CheckMemory, Memory } from "./watch-memory";

/** What all checks of a round share. `at` is real time, `round.at` the release's. */
export type RoundContext = { plan: Plan; state: ReleaseState; round: Round; at: Instant };

const POLICY_CAN_PROPOSE: ReadonlySet<string> = new Set(["running", "held", "observing"]);

/** Somebody has looked at what failed and dismissed it: from then on it is measured afresh. */
function wasDismissed({ plan, state }: RoundContext, { id }: MeasuredCheck, { phase }: CheckRun): boolean {
  const trigger = plan.triggers.find(({ check }) => check === id);
  if (phase !== "failed" || trigger === undefined || !POLICY_CAN_PROPOSE.has(state.status)) return false;
  return state.checks[id]?.verdict === "failed" && state.proposals[trigger.id] === undefined;
}

/** A probe looks afresh each time: what was false is true again as soon as it is. */
function isSpentProbe({ plan }: RoundContext, { id }: MeasuredCheck, { phase }: CheckRun): boolean {
  return phase === "failed" && indexOf(plan).probes.has(id);
}

/** What the check remembers; with another share on the new version, and after a dismissal, a run begins anew. */
export function memoryOf(context: RoundContext, memory: Memory, check: MeasuredCheck): CheckMemory {
  const { measure, id } = check;
  const { at, wantedShare } = context.round;
  const known = memory.checks[id];
  const standing = isStanding(context.state.clock);
  const isOver =
    known === undefined ||
    (known.standing ?? false) !== standing ||
    known.share !== wantedShare ||
    wasDismissed(context, check, known.state.run) ||
    isSpentProbe(context, check, known.state.run) ||
    known.kind !== measure.kind;
  if (!isOver) return known;
  const { falseRounds = 0 } = known ?? {};
  return { kind: measure.kind, share: wantedShare, state: beginCheck(measure, at), falseRounds, standing };
}

const known = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? null : value);

function ratio(errors: number | undefined, requests: number | undefined): number | null {
  return errors === undefined || requests === undefined || requests === 0 ? null : errors / requests;
}

/** What a chart draws of a round: both versions where both were asked. */
function valuesOf({ measure }: MeasuredCheck, { value, figures }: Judgement, at: Instant): SideValue[] {
  switch (measure.kind) {
    case "evidence":
      return [
        { side: "new", value, at },
        { side: "old", value: ratio(figures["oldErrors"], figures["oldRequests"]), at },
      ];
    case "comparison":
      return [
        { side: "new", value, at },
        { side: "old", value: known(figures["baseline"]), at },
      ];
    case "rate":
      return [{ side: "new", value, at }];
    case "limit":
    case "json":
    case "serving":
      return [{ side: "one", value, at }];
  }
}

/** A round that could not tell neither counts nor interrupts. */
function falseRoundsAfter({ falseRounds = 0 }: CheckMemory, { verdict }: Judgement): number {
  if (verdict === "failed") return falseRounds + 1;
  return verdict === "passed" ? 0 : falseRounds;
}

export type JudgedCheck = { reading: CheckReading; memory: CheckMemory };

/** One check after one round: its reading for the screens, and what it will remember. */
export function judgeCheck(
  context: RoundContext,
  check: MeasuredCheck,
  before: CheckMemory,
  answers: Asked["answers"],
): JudgedCheck {
  const { round, at } = context;
  const taken = { answers: answers.get(check.id) ?? [], askedAtS: at / 1000, finishedAt: round.at, round };
  const { state, judgement, sentence } = takeRound(check.measure, before.state, taken);
  const values = valuesOf(check, judgement, at);
  const isBlind = state.run.phase === "blind" ? { blind: true as const } : {};
  const reading = { check: check.id, verdict: state.run.verdict, says: sentence, values, asked: true, ...isBlind };
  const value = values[0]?.value ?? null;
  const falseRounds = falseRoundsAfter(before, judgement);
  return { reading, memory: { ...before, state, says: sentence, value, falseRounds } };
}
