import type { Binding, BindingTarget } from "@/lib/domain/plan/binding";
import type { Measure } from "@/lib/domain/plan/measure";
import { queriesOf } from "@/lib/domain/plan/measure";
import type { Check, Plan, Stage } from "@/lib/domain/plan/plan";

/** Metrics that the lab's shop and its Prometheus have; what asks for others is not watched here, and says so. */
const KNOWN = /\b(?:http_request\w*|orders_created_total)\b/u;

export type LabPace = {
  /** Minutes that a stage of watching, and any other stage, takes. */
  watchMin: number;
  stageMin: number;
  /** Seconds between two rounds of the watch. */
  intervalS: number;
  windowS: number;
  consecutiveErrorLimit: number;
  /** The limit of the gates' error rate where the plan's own would take minutes at the lab's traffic; null = the plan's own. */
  errorLimit: number | null;
  /** Whether speed is judged: not where something else keeps the machine busy. */
  judgesSpeed: boolean;
};

/** The plan's own limits, at a pace that a person can watch. */
export const DEMONSTRATION: LabPace = {
  ...{ watchMin: 4, stageMin: 1, intervalS: 5, windowS: 30, consecutiveErrorLimit: 4, errorLimit: null },
  judgesSpeed: true,
};

export type LabVersions = { green: string; blue: string };

function isKnown(measure: Measure, { judgesSpeed }: LabPace): boolean {
  if (measure.kind === "comparison" || measure.kind === "limit") {
    if (!judgesSpeed) return false;
  }
  const queries = queriesOf(measure);
  return queries.length > 0 && queries.every((query) => KNOWN.test(query));
}

function paced(check: Check, pace: LabPace, isForGates: boolean): Check {
  const { measure } = check;
  if (measure === null || !isKnown(measure, pace)) return { ...check, measure: null };
  const { intervalS, windowS, consecutiveErrorLimit, errorLimit } = pace;
  const next: Measure = { ...measure, intervalS, windowS, consecutiveErrorLimit };
  if (next.kind === "rate" && isForGates && errorLimit !== null && next.limit < errorLimit) next.limit = errorLimit;
  return { ...check, measure: next };
}

function bound(target: BindingTarget, name: string, given: Record<string, string> = {}): Binding {
  return { target, work: { kind: "action", name, arguments: given }, labels: ["lab"], lines: { from: 0, to: 0 } };
}

/** The steps of the sample that the lab can do for real, by their names. What it cannot, people do or skip. */
const STEPS: readonly [name: string, action: string][] = [
  ["验证服务健康", "green-health"],
  ["自动化冒烟测试脚本", "smoke-test"],
  ["验证流量分配", "who-answers"],
  ["实时日志查看", "follow-log"],
  ["告警检查", "firing-alerts"],
  ["验证", "who-answers"],
];
const BACK: readonly [name: string, action: string][] = [
  ["验证流量已切回", "all-on-blue"],
  ["通知全员", "tell-everybody"],
];

function bindings(plan: Plan, { green, blue }: LabVersions): Binding[] {
  const steps = plan.stepGroups.flatMap((group) => group.steps);
  const back = plan.rollback?.steps ?? [];
  return [
    bound({ kind: "traffic" }, "shop-edge", { green_version: green, blue_version: blue }),
    bound({ kind: "drill" }, "shop-edge"),
    ...STEPS.flatMap(([name, action]) =>
      steps.filter((step) => step.name === name).map(({ id }) => bound({ kind: "step", step: id }, action)),
    ),
    ...BACK.flatMap(([name, action]) =>
      back.filter((step) => step.name === name).map(({ id }) => bound({ kind: "rollback_step", step: id }, action)),
    ),
  ];
}

/** Each stage as short as the lab's pace wants it, and right behind the one before it. */
function pacedStages(stages: readonly Stage[], { watchMin, stageMin }: LabPace): Stage[] {
  let startMin = 0;
  return stages.map((stage) => {
    const durationMin = stage.durationMin === null ? null : stage.kind === "observe" ? watchMin : stageMin;
    const next = { ...stage, startMin, durationMin };
    startMin += durationMin ?? 0;
    return next;
  });
}

/** The sample plan, bound to the lab: its traffic, drill and some of its steps to the runner, its checks to the shop's metrics. */
export function labPlan(plan: Plan, versions: LabVersions, pace: LabPace): Plan {
  const forGates = new Set(plan.gates.flatMap((gate) => gate.checks));
  return {
    ...plan,
    canary: plan.canary.map((one) => ({ ...one, newVersion: versions.green, oldVersion: versions.blue })),
    stages: pacedStages(plan.stages, pace),
    checks: plan.checks.map((check) => paced(check, pace, forGates.has(check.id))),
    // The lab has neither a CTO nor a CEO.
    approvals: [],
    bindings: bindings(plan, versions),
  };
}
