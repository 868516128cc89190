"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { StateMark } from "@/components/ui/state-mark";
import type { PlaybookId } from "@/lib/domain/plan/ids";
import { useRelease } from "@/lib/queries/release/use-release";
import { lastRun } from "./last-run";
import { PlaybookDrawer } from "./playbook-drawer";

/** What to do when something breaks: scenario, symptom, how long it takes; open runs first in sight. */
export function PlaybookList() {
  const t = useTranslations("console.playbook");
  const { plan, state } = useRelease();
  const [shown, setShown] = useState<PlaybookId | null>(null);
  if (plan.playbooks.length === 0) return <p className="py-6 text-ink-2">{t("none")}</p>;
  return (
    <>
      <ul>
        {plan.playbooks.map((playbook) => {
          const run = lastRun(state.playbooks, playbook.id);
          return (
            <li key={playbook.id} className="flex items-start justify-between gap-4 border-line border-b py-3">
              <div className="min-w-0">
                <h3 className="font-bold text-md">{playbook.name}</h3>
                <p className="break-words text-ink-2">{t("symptom", { text: playbook.symptom })}</p>
                <p className="text-ink-3 text-sm">
                  {t("steps", { count: playbook.steps.length })}
                  {playbook.recoveryMin === null ? "" : ` · ${t("recovery", { minutes: playbook.recoveryMin })}`}
                  {run?.closed == null ? "" : ` · ${t("lastOutcome", { outcome: run.closed.outcome })}`}
                </p>
              </div>
              <div className="flex shrink-0 items-center gap-3">
                {run !== undefined && run.closed === null ? <StateMark tone="warning">{t("running")}</StateMark> : null}
                <Button onClick={() => setShown(playbook.id)}>{t("show")}</Button>
              </div>
            </li>
          );
        })}
      </ul>
      <PlaybookDrawer
        playbook={plan.playbooks.find((one) => one.id === shown) ?? null}
        onClose={() => setShown(null)}
      />
    </>
  );
}
