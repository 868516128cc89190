"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { checklistProgress } from "@/components/ui/release/checklist-progress";
import { stepsOf } from "@/components/ui/release/plan-words";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { EVERYONE } from "@/lib/domain/plan/ids";
import type { Plan, Stage } from "@/lib/domain/plan/plan";
import type { Person, ReleaseState } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { Checklist, fetchLaterParts, RollbackProcedure, Roster } from "./later-parts";
import type { GoTo } from "./use-place";
import { WorkTab } from "./work-tab";

type Props = { shown: Stage | null; source: string; people: Person[]; tab: string | null; go: GoTo };

const NOWHERE = { from: 0, to: 0 };

// Not what one opens the page for: fetched once the page stands, so that all of it is there when the server is not.
const later = {
  log: () => import("@/components/log/log-view").then((part) => part.LogView),
  metrics: () => import("@/components/watch/metrics-tab").then((part) => part.MetricsTab),
  playbooks: () => import("@/components/playbook/playbook-list").then((part) => part.PlaybookList),
  readiness: () => import("@/components/rollback/rollback-readiness").then((part) => part.RollbackReadiness),
  source: () => import("@/components/console/plan-source").then((part) => part.PlanSource),
};
const LogView = dynamic(later.log, { ssr: false });
const MetricsTab = dynamic(later.metrics, { ssr: false });
const PlaybookList = dynamic(later.playbooks, { ssr: false });
const RollbackReadiness = dynamic(later.readiness, { ssr: false });
const PlanSource = dynamic(later.source, { ssr: false });

/** The middle: what is done now, and everything beside it one press away. */
export function CentreTabs({ shown, source, people, tab, go }: Props) {
  const t = useTranslations("console.tab");
  const { plan, state } = useRelease();
  const roles = plan.roles.filter((role) => role.id !== EVERYONE);
  useEffect(() => {
    void Promise.allSettled([...Object.values(later).map((load) => load()), fetchLaterParts()]);
  }, []);
  const { done, total } = checklistProgress(plan.sections, state);
  const tabs: Tab[] = [
    { value: "work", ...useWorkLabel(shown), content: <WorkTab shown={shown} people={people} /> },
    { value: "checklist", label: t("checklist"), count: `${done}/${total}`, content: <Checklist /> },
    { value: "metrics", label: t("metrics"), count: measuredCount(plan, state), content: <MetricsTab /> },
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

/** How many of the measured checks are passed. */
function measuredCount(plan: Plan, state: ReleaseState): string {
  const measured = plan.checks.filter(({ measure }) => measure !== null);
  const passed = measured.filter(({ id }) => state.checks[id]?.verdict === "passed");
  return `${passed.length}/${measured.length}`;
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
