"use client";

import { useTranslations } from "next-intl";
import { groupsOf } from "@/components/ui/release/plan-words";
import type { Stage, StepGroup } from "@/lib/domain/plan/plan";
import { useRelease } from "@/lib/queries/release/use-release";
import { StepRow } from "./step-row";

/** The steps of a stage with the commands of the plan. */
export function StepList({ stage }: { stage: Stage }) {
  const t = useTranslations("console.stage");
  const { plan } = useRelease();
  const groups = groupsOf(plan, stage);
  if (groups.every((group) => group.steps.length === 0)) {
    return (
      <p className="py-6 text-ink-2 leading-relaxed">
        {t(stage.durationMin === null ? "beginsWithCompletion" : "noSteps")}
      </p>
    );
  }
  return (
    <>
      {groups.map((group) => (
        <StepGroupPart key={group.number} stage={stage} group={group} alone={groups.length === 1} />
      ))}
    </>
  );
}

function StepGroupPart({ stage, group, alone }: { stage: Stage; group: StepGroup; alone: boolean }) {
  const t = useTranslations("console.stage");
  return (
    <section aria-label={group.name}>
      {alone ? null : <h3 className="pt-4 text-ink-3 text-sm">{group.name}</h3>}
      <ol>
        {group.steps.map((step) => (
          <StepRow key={step.id} stage={stage} step={step} />
        ))}
      </ol>
      {group.notes.length === 0 ? null : (
        <div className="py-3 pl-8 text-ink-2 text-sm leading-relaxed">
          <h4 className="text-ink-3">{t("notes")}</h4>
          <ul>
            {group.notes.map((note) => (
              <li key={`${note.lines.from}:${note.text}`}>{note.text}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
