"use client";

import { useTranslations } from "next-intl";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { timeOfDay } from "@/components/ui/release/time-text";
import type { SuccessCriterion } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** Whether the release has reached what it was for: judged by a person, with evidence. */
export function SuccessCriteria() {
  const t = useTranslations("console.observing");
  const { plan } = useRelease();
  if (plan.criteria.length === 0) return null;
  const groups = [...new Set(plan.criteria.map((criterion) => criterion.group))];
  return groups.map((group) => (
    <section key={group} aria-label={group}>
      <h3 className="pt-4 pb-1 text-ink-3 text-sm">
        {t("criteria")} · {group}
      </h3>
      <ul>
        {plan.criteria
          .filter((criterion) => criterion.group === group)
          .map((criterion) => (
            <CriterionRow key={criterion.id} criterion={criterion} />
          ))}
      </ul>
    </section>
  ));
}

function CriterionRow({ criterion }: { criterion: SuccessCriterion }) {
  const t = useTranslations("console.observing");
  const { plan, state } = useRelease();
  const judged = state.criteria[criterion.id];
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-baseline gap-x-2 border-line border-b py-2">
      <ToneShape tone={judged === undefined ? "waiting" : judged.met ? "done" : "failed"} />
      <div className="min-w-0">
        <p className="break-words">{criterion.text}</p>
        {judged === undefined ? null : (
          <p className="break-words text-ink-2 text-sm">
            {t(judged.met ? "met" : "notMet", {
              who: actorName(judged.by),
              time: timeOfDay(judged.releaseAt, plan.timeZone),
            })}
            {" · "}
            {judged.evidence}
          </p>
        )}
      </div>
      {judged === undefined ? (
        <div className="flex gap-2">
          {([true, false] as const).map((met) => (
            <ReasonButton
              key={String(met)}
              size="small"
              tone={met ? "plain" : "quiet"}
              command={(evidence) => ({ type: "criterion.judge", criterion: criterion.id, met, evidence })}
              title={criterion.text}
              field={{ label: t("evidence"), hint: t("evidenceHint") }}
              label={met ? t("judgeMet") : t("judgeNotMet")}
            />
          ))}
        </div>
      ) : (
        <span />
      )}
    </li>
  );
}
