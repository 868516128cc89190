import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { roleNames } from "@/components/ui/release/plan-words";
import { Shape } from "@/components/ui/shape";
import type { Gate, Plan, Stage } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Part } from "./part";

const COLUMNS = "grid-cols-[3.5rem_minmax(0,1fr)_auto] @2xl:grid-cols-[3.5rem_5rem_minmax(0,1fr)_8rem_5rem_4.5rem]";

function GateRow({ plan, gate }: { plan: Plan; gate: Gate }) {
  const t = useTranslations("plans.timeline");
  const name = gate.before.kind === "completion" ? t("completionGate") : t("gate", { number: gate.order });
  return (
    <li className={`grid items-baseline gap-x-3 border-b border-line py-1 text-sm text-ink-2 ${COLUMNS}`}>
      <span className="text-right text-caution">
        <Shape name="diamond" />
      </span>
      <span className="col-span-2 min-w-0 @2xl:col-span-5">
        {name}
        <span className="text-ink-3">
          {" · "}
          {t("voters", { roles: roleNames(plan, gate.voters) })}
          {gate.checks.length === 0 ? null : ` · ${t("checks", { count: gate.checks.length })}`}
          {` · ${t(`timeout.${gate.timeout.outcome}`, { minutes: gate.timeout.afterMin })}`}
        </span>
      </span>
    </li>
  );
}

function StageRow({ plan, stage }: { plan: Plan; stage: Stage }) {
  const t = useTranslations("plans");
  const groups = plan.stepGroups.filter((group) => stage.stepGroups.includes(group.number));
  const steps = groups.reduce((sum, group) => sum + group.steps.length, 0);
  return (
    <li className={`grid items-baseline gap-x-3 border-b border-line py-1.5 ${COLUMNS}`}>
      <span>{stage.startText}</span>
      <span className="text-sm text-ink-3 @max-2xl:hidden">{t(`kind.${stage.kind}`)}</span>
      <span className="min-w-0">
        <span className="font-bold">{stage.name}</span>
        {stage.share === null || stage.kind !== "shift" ? null : <span className="ml-2 text-new">{stage.share} %</span>}
        {steps === 0 ? null : <span className="ml-2 text-sm text-ink-3">{t("timeline.steps", { count: steps })}</span>}
        <span className="block text-sm text-ink-3 @2xl:hidden">
          {roleNames(plan, stage.owners)}
          {stage.durationMin === null ? null : ` · ${stage.durationMin} min`}
        </span>
      </span>
      <span className="text-ink-2 @max-2xl:hidden">{roleNames(plan, stage.owners)}</span>
      <span className="text-right text-ink-2 @max-2xl:hidden">
        {stage.durationMin === null ? t("timeline.open") : `${stage.durationMin} min`}
      </span>
      <LineRef lines={stage.lines} />
    </li>
  );
}

/** The night, row by row, with the decision points that were put between them. */
export function TimelinePart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.stages.length === 0) return null;
  const completion = plan.gates.find((gate) => gate.before.kind === "completion");
  return (
    <Part
      id="timeline"
      title={t("part.timeline")}
      count={t("timeline.count", { stages: plan.stages.length, gates: plan.gates.length })}
    >
      <ol>
        {plan.stages.map((stage) => {
          const before = plan.gates.find(
            ({ before: guarded }) => guarded.kind === "stage" && guarded.stage === stage.id,
          );
          return (
            <Fragment key={stage.id}>
              {before === undefined ? null : <GateRow plan={plan} gate={before} />}
              <StageRow plan={plan} stage={stage} />
              {completion?.after === stage.id ? <GateRow plan={plan} gate={completion} /> : null}
            </Fragment>
          );
        })}
      </ol>
    </Part>
  );
}
