import { useTranslations } from "next-intl";
import type { Gate, GateTimeoutOutcome, Plan } from "@/lib/domain/plan/plan";
import type { Field } from "../field-spec";
import { rowList } from "../row-list";

const OUTCOMES: readonly GateTimeoutOutcome[] = ["stay", "hold"];
const longestMin = 10_000;

const guard: Field<Gate> = {
  kind: "own",
  key: "guard",
  render: ({ row, plan }) => <Guard gate={row} plan={plan} />,
};

/** Where the gate stands follows from the timeline: it is read here and not written. */
function Guard({ gate, plan }: { gate: Gate; plan: Plan }) {
  const t = useTranslations("plans.edit.guard");
  const { before } = gate;
  const stage = before.kind === "stage" ? plan.stages.find(({ id }) => id === before.stage) : undefined;
  return (
    <p className="font-bold">
      {stage === undefined ? t("completion", { n: gate.order }) : t("stage", { n: gate.order, stage: stage.name })}
    </p>
  );
}

const voters: Field<Gate> = {
  kind: "roles",
  key: "voters",
  size: "full",
  read: (gate) => gate.voters,
  write: (gate, value) => ({ ...gate, voters: value }),
  problem: (gate) => (gate.voters.length === 0 ? "empty" : null),
};

/** What must have passed before a GO: what the canary watches there, until somebody says otherwise. */
const checks: Field<Gate> = {
  kind: "checks",
  key: "checks",
  size: "full",
  read: (gate) => gate.checks,
  write: (gate, value) => ({ ...gate, checks: value }),
};

type Minutes = { key: string; read: (gate: Gate) => number; write: (gate: Gate, minutes: number) => Gate };

function minutes({ key, read, write }: Minutes): Field<Gate> {
  return {
    kind: "number",
    key,
    unit: "min",
    size: "medium",
    read,
    write: (gate, value) => write(gate, value ?? 0),
    problem: (gate) => (read(gate) < 1 || read(gate) > longestMin ? "range" : null),
  };
}

const outcome: Field<Gate> = {
  kind: "choice",
  key: "outcome",
  size: "medium",
  options: OUTCOMES,
  read: (gate) => gate.timeout.outcome,
  write: (gate, value) => {
    const chosen = OUTCOMES.find((one) => one === value) ?? gate.timeout.outcome;
    return { ...gate, timeout: { ...gate.timeout, outcome: chosen } };
  },
};

const fourEyes: Field<Gate> = {
  kind: "flag",
  key: "fourEyes",
  size: "fit",
  read: (gate) => gate.fourEyes,
  write: (gate, value) => ({ ...gate, fourEyes: value }),
};

const drill: Field<Gate> = {
  kind: "number",
  key: "drillWithinHours",
  unit: "h",
  size: "narrow",
  read: (gate) => gate.drillWithinHours ?? null,
  write: ({ drillWithinHours: _before, ...gate }, hours) =>
    hours === null ? gate : { ...gate, drillWithinHours: hours },
  problem: ({ drillWithinHours = 1 }) => (drillWithinHours > 0 && drillWithinHours <= 8760 ? null : "range"),
};

/** A gate stands before every shift and before completion; who votes, what it waits for and what its time is, is said here. */
export const gates = rowList<Plan, Gate>({
  key: "gates",
  read: (plan) => plan.gates,
  write: (plan, rows) => ({ ...plan, gates: rows }),
  fields: [
    guard,
    voters,
    checks,
    minutes({
      key: "afterMin",
      read: (gate) => gate.timeout.afterMin,
      write: (gate, afterMin) => ({ ...gate, timeout: { ...gate.timeout, afterMin } }),
    }),
    outcome,
    minutes({ key: "lapseMin", read: (gate) => gate.lapseMin, write: (gate, lapseMin) => ({ ...gate, lapseMin }) }),
    fourEyes,
    drill,
  ],
});
