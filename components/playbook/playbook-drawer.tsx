"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { Drawer } from "@/components/ui/drawer";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import type { Playbook } from "@/lib/domain/plan/plan";
import { matchersOf } from "@/lib/domain/plan/playbook-matchers";
import { actorName, nameOf } from "@/lib/domain/release/describe";
import type { PlaybookRun } from "@/lib/domain/release/state";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { lastRun } from "./last-run";

type Props = { playbook: Playbook | null; onClose: () => void };

/** A playbook to be worked through: open it, tick its steps, close it with what came of it. */
export function PlaybookDrawer({ playbook, onClose }: Props) {
  const t = useTranslations("console.playbook");
  const { state } = useRelease();
  if (playbook === null) return null;
  const last = lastRun(state.playbooks, playbook.id);
  const run = last !== undefined && last.closed === null ? last : undefined;
  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={playbook.name}
      description={t("symptom", { text: playbook.symptom })}
      footer={<PlaybookActs playbook={playbook} run={run} />}
    >
      <RaisedBy playbook={playbook} />
      {run === undefined ? (
        <p className="text-ink-2">{t("notOpen")}</p>
      ) : (
        <PlaybookClock run={run} recoveryMin={playbook.recoveryMin} />
      )}
      <ol className="mt-3">
        {playbook.steps.map((step) => (
          <PlaybookStepRow key={step.id} step={step} playbook={playbook} run={run} />
        ))}
      </ol>
    </Drawer>
  );
}

/** What calls for it by itself, so that nobody waits in vain; said also where that follows from the symptom alone. */
function RaisedBy({ playbook }: { playbook: Playbook }) {
  const t = useTranslations("console.playbook");
  const { plan } = useRelease();
  const matchers = matchersOf(plan, playbook);
  if (matchers.length === 0) return <p className="pb-2 text-ink-2">{t("raisedByNobody")}</p>;
  const words = matchers.map((matcher) => {
    if (matcher.kind === "check") return t("by.check", { cause: nameOf(plan, matcher.check) });
    return matcher.kind === "alert"
      ? t("by.alert", { cause: matcher.name })
      : t("by.output", { cause: matcher.pattern });
  });
  return (
    <p className="break-words pb-2 text-ink-2">
      {t(playbook.matchers === undefined ? "raisedBySymptom" : "raisedBy", { what: words.join(" · ") })}
    </p>
  );
}

function PlaybookClock({ run, recoveryMin }: { run: PlaybookRun; recoveryMin: number | null }) {
  const t = useTranslations("console.playbook");
  const { plan } = useRelease();
  const elapsed = useReleaseNow() - run.opened.releaseAt;
  const over = recoveryMin !== null && elapsed > recoveryMin * 60_000;
  return (
    <div className="flex items-baseline gap-4" role="timer">
      <span className={over ? "text-figure text-serious" : "text-figure"}>{clockSpan(elapsed)}</span>
      <span className="text-ink-2">
        {t("openedBy", { who: actorName(run.opened.by), time: timeOfDay(run.opened.releaseAt, plan.timeZone) })}
        {recoveryMin === null ? "" : ` · ${t("recovery", { minutes: recoveryMin })}`}
      </span>
    </div>
  );
}

type StepProps = { step: Playbook["steps"][number]; playbook: Playbook; run: PlaybookRun | undefined };

function PlaybookStepRow({ step, playbook, run }: StepProps) {
  const t = useTranslations("console.playbook");
  const { plan } = useRelease();
  const done = run?.steps[step.id];
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)_auto] gap-x-2 border-line border-b py-3">
      <ToneShape tone={done === undefined ? "waiting" : "done"} />
      <div className="min-w-0">
        <h3 className="break-words font-bold text-md">{step.name}</h3>
        {done === undefined ? null : (
          <p className="text-ink-2 text-sm">
            {t("stepDone", { who: actorName(done.by), time: timeOfDay(done.releaseAt, plan.timeZone) })}
          </p>
        )}
      </div>
      {run === undefined || done !== undefined ? (
        <span />
      ) : (
        <CommandButton
          command={{ type: "playbook.step", playbook: playbook.id, run: run.run, step: step.id }}
          refused="hide"
        >
          {t("tick")}
        </CommandButton>
      )}
      {step.commands === "" ? null : (
        <div className="col-span-2 col-start-2 mt-2 min-w-0">
          <CodeBlock text={step.commands} name={step.name} />
        </div>
      )}
    </li>
  );
}

function PlaybookActs({ playbook, run }: { playbook: Playbook; run: PlaybookRun | undefined }) {
  const t = useTranslations("console.playbook");
  if (run === undefined) {
    return (
      <CommandButton command={{ type: "playbook.open", playbook: playbook.id }} tone="primary">
        {t("open")}
      </CommandButton>
    );
  }
  return (
    <ReasonButton
      refused="say"
      command={(outcome) => ({ type: "playbook.close", playbook: playbook.id, run: run.run, outcome })}
      title={t("closeTitle", { playbook: playbook.name })}
      explain={t("closeExplain")}
      field={{ label: t("outcome"), hint: t("outcomeHint") }}
      label={t("close")}
    />
  );
}
