import type { LocalDateTime, Plan, Stage } from "@/lib/domain/plan/plan";
import type { ExpectedPlan, ExpectedStage } from "./expected-plan";
import { field, owners, type Part, stated } from "./part";
import { holdsText, nearestText } from "./same-text";

function minuteOf(local: LocalDateTime): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/u).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

const titleOf = (stage: Stage) => `${stage.label} ${stage.name}`;

/** The plan's stage for each expected one, by title; of several, the one at the expected time. No stage answers twice. */
function matchStages(expected: readonly ExpectedStage[], stages: readonly Stage[], shift: number): (Stage | null)[] {
  const left = [...stages];
  return expected.map(({ name, startMin }) => {
    const fitting = left.filter((stage) => holdsText(titleOf(stage), name));
    const match = fitting.find((stage) => stage.startMin + shift === startMin) ?? fitting[0] ?? null;
    if (match !== null) left.splice(left.indexOf(match), 1);
    return match;
  });
}

/** What must be added to the plan's minutes to count from where the expectation counts. */
function shiftOf(expected: ExpectedPlan, plan: Plan): number {
  if (expected.window !== undefined && plan.info.window !== null) {
    return minuteOf(plan.info.window.start) - minuteOf(expected.window.start);
  }
  const first = (expected.stages ?? []).find(({ startMin }) => startMin !== undefined);
  const match = plan.stages.find((stage) => first !== undefined && holdsText(titleOf(stage), first.name));
  return (first?.startMin ?? 0) - (match?.startMin ?? 0);
}

function scoreStage(plan: Plan, expected: ExpectedStage, stage: Stage | null, shift: number): Part[] {
  const at = `stage "${expected.name}"`;
  const kinds = expected.kinds?.join("/");
  const kind = stage !== null && expected.kinds?.includes(stage.kind) === true ? kinds : stage?.kind;
  const titles = plan.stages.map(titleOf);
  return [
    { part: at, expected: expected.name, found: stage !== null, got: nearestText(titles, expected.name) },
    ...stated(`${at} kind`, kinds, kind),
    ...stated(`${at} start`, expected.startMin, stage === null ? undefined : stage.startMin + shift),
    ...stated(`${at} duration`, expected.durationMin, stage?.durationMin),
    ...stated(`${at} share`, expected.share, stage?.share),
    ...owners(`${at} owners`, plan, expected.owners, stage?.owners ?? []),
  ];
}

/** The timeline and the stages of the canary. */
export function scoreStages(plan: Plan, expected: ExpectedPlan): Part[] {
  const shift = shiftOf(expected, plan);
  const stages = expected.stages ?? [];
  const matches = matchStages(stages, plan.stages, shift);
  const canary = (expected.canary ?? []).flatMap(({ share, soakMin }) => {
    const stage = plan.canary.find((known) => known.share === share);
    return [field("canary share", share, stage?.share), ...stated(`canary ${share} % soak`, soakMin, stage?.soakMin)];
  });
  return [...stages.flatMap((stage, index) => scoreStage(plan, stage, matches[index] ?? null, shift)), ...canary];
}
