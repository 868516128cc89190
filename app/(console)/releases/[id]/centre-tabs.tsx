"use client";

import { useTranslations } from "next-intl";
import { Checklist } from "@/components/checklist/checklist";
import { PlanSource } from "@/components/console/plan-source";
import { LogView } from "@/components/log/log-view";
import { PlaybookList } from "@/components/playbook/playbook-list";
import { RollbackProcedure } from "@/components/rollback/rollback-procedure";
import { RollbackReadiness } from "@/components/rollback/rollback-readiness";
import { Roster } from "@/components/roster/roster";
import { checklistProgress } from "@/components/ui/release/checklist-progress";
import { stepsOf } from "@/components/ui/release/plan-words";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { EVERYONE } from "@/lib/domain/plan/ids";
import type { Stage } from "@/lib/domain/plan/plan";
import type { Person } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import type { GoTo } from "./use-place";
import { WorkTab } from "./work-tab";

type Props = { shown: Stage | null; source: string; people: Person[]; tab: string | null; go: GoTo };

const NOWHERE = { from: 0, to: 0 };

/** The middle: what is done now, and everything beside it one press away. */
export function CentreTabs({ shown, source, people, tab, go }: Props) {
  const t = useTranslations("console.tab");
  const { plan, state } = useRelease();
  const roles = plan.roles.filter((role) => role.id !== EVERYONE);
  const { done, total } = checklistProgress(plan.sections, state);
  const tabs: Tab[] = [
    { value: "work", ...useWorkLabel(shown), content: <WorkTab shown={shown} people={people} /> },
    { value: "checklist", label: t("checklist"), count: `${done}/${total}`, content: <Checklist /> },
    { value: "playbooks", label: t("playbooks"), count: plan.playbooks.length, content: <PlaybookList /> },
    { value: "log", label: t("log"), count: state.seq, content: <LogView /> },
    { value: "roster", label: t("roster"), count: roles.length, content: <Roster people={people} /> },
    {
      value: "rollback",
      label: t("rollback"),
      content: (
        <>
          <RollbackReadiness />
          <RollbackProcedure />
        </>
      ),
    },
    { value: "source", label: t("source"), content: <PlanSource source={source} lines={shown?.lines ?? NOWHERE} /> },
  ];
  return (
    <div className="mt-3 flex min-h-0 flex-1 flex-col [&_[role=tabpanel]]:overflow-y-auto [&_[role=tablist]]:shrink-0">
      <Tabs label={t("label")} tabs={tabs} value={tab ?? "work"} onValueChange={(value) => go({ tab: value })} />
    </div>
  );
}

function useWorkLabel(shown: Stage | null): Pick<Tab, "label" | "count"> {
  const t = useTranslations("console.tab");
  const { plan, state } = useRelease();
  if (shown !== null) {
    const steps = stepsOf(plan, shown);
    const over = steps.filter((step) =>
      ["done", "skipped"].includes(state.stages[shown.id]?.steps[step.id]?.status ?? "pending"),
    );
    return { label: t("steps"), count: `${over.length}/${steps.length}` };
  }
  return { label: t(`work.${state.status}`), count: undefined };
}
