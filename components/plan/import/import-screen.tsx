"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { LeaveGuard } from "../edit/leave-guard";
import { SourceFocusProvider } from "../source/source-focus";
import { FindingsPane } from "./findings-pane";
import { ImportHeader } from "./import-header";
import { Nothing } from "./nothing-read";
import { PlanPane } from "./plan-pane";
import { SaveBar, type SavedPlanChoice } from "./save-bar";
import { SourceEditor } from "./source-editor";
import { useDocument } from "./use-document";

type ImportScreenProps = { plans: SavedPlanChoice[]; planId: string | null; initial: string };

const PANES = ["source", "findings", "plan"] as const;
type Pane = (typeof PANES)[number];

/** The document, what was noticed in it and the plan that it is, side by side; nothing is kept until it is saved. */
export function ImportScreen({ plans, planId, initial }: ImportScreenProps) {
  const t = useTranslations("plans.import");
  const [pane, setPane] = useState<Pane>("source");
  const { source, write, take, apply, reading, busy, problem } = useDocument(initial);
  const [isSaved, setSaved] = useState(false);
  const isCurrent = reading?.source === source;
  const shown = (one: Pane) => classNames("flex min-h-0 min-w-0 flex-col", pane === one ? "" : "max-lg:hidden");
  return (
    <SourceFocusProvider>
      <LeaveGuard dirty={source !== initial && source.trim() !== "" && !isSaved} />
      <div className="flex h-[calc(100dvh-2.8125rem)] min-h-112 flex-col">
        <ImportHeader lines={source.split("\n").length} busy={busy} problem={problem} onFile={take} />
        <PaneChoice pane={pane} onChange={setPane} findings={reading?.findings.length ?? 0} />
        <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] border-t border-line lg:grid-cols-[minmax(0,5fr)_minmax(19rem,3fr)_minmax(0,5fr)]">
          <section aria-label={t("pane.source")} className={shown("source")}>
            <SourceEditor
              value={source}
              plan={isCurrent ? reading.plan : null}
              findings={reading?.findings ?? []}
              onChange={write}
              onFile={take}
            />
          </section>
          <section aria-label={t("pane.findings")} className={classNames(shown("findings"), "border-line lg:border-x")}>
            {reading === null ? (
              <Nothing busy={busy} words="findings" />
            ) : (
              <FindingsPane
                reading={reading}
                onApply={isCurrent ? apply : undefined}
                onShow={() => setPane("source")}
              />
            )}
          </section>
          <section aria-label={t("pane.plan")} className={shown("plan")}>
            {reading === null || reading.plan === null ? (
              <Nothing busy={busy} words={reading === null ? "plan" : "noPlan"} />
            ) : (
              <PlanPane plan={reading.plan} onShow={() => setPane("source")} />
            )}
          </section>
        </div>
        <SaveBar
          {...{ source, isCurrent, busy, plans, planId }}
          plan={reading?.plan ?? null}
          onSaved={() => setSaved(true)}
        />
      </div>
    </SourceFocusProvider>
  );
}

type PaneChoiceProps = { pane: Pane; onChange: (pane: Pane) => void; findings: number };

/** On a narrow screen the three stand one behind another. */
function PaneChoice({ pane, onChange, findings }: PaneChoiceProps) {
  const t = useTranslations("plans.import.pane");
  return (
    <div className="flex gap-5 px-3 lg:hidden">
      {PANES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={pane === one}
          onClick={() => onChange(one)}
          className={classNames(
            "target border-b-2 px-0.5",
            pane === one ? "border-accent text-ink" : "border-transparent text-ink-2",
          )}
        >
          {t(one)}
          {one === "findings" && findings > 0 ? <span className="ml-1.5 text-ink-3">{findings}</span> : null}
        </button>
      ))}
    </div>
  );
}
