"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { laterDialog } from "@/components/ui/later-dialog";
import { actName } from "@/components/ui/release/act-name";
import { useActing } from "@/components/ui/release/acting-role";
import { RefusalText } from "@/components/ui/release/refusal-text";
import { useAct } from "@/components/ui/release/use-act";
import type { Binding } from "@/lib/domain/plan/binding";
import type { Stage, Step } from "@/lib/domain/plan/plan";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";

const ConfirmDialog = laterDialog(() => import("@/components/ui/confirm-dialog").then((part) => part.ConfirmDialog));

type Props = { stage: Stage; step: Step; binding: Binding; again: boolean };

/** What is to be known before a step is left to a runner, in sentences. */
export function useRunLines({ work, labels }: Binding) {
  const t = useTranslations("jobs");
  const { state } = useRelease();
  const given = work.kind === "action" ? Object.entries(work.arguments) : [];
  return [
    ...(work.kind === "action" ? [t("runAction", { action: work.name })] : []),
    ...given.map(([name, value]) => (
      <span key={name} className="font-mono text-code-ink text-sm wrap-anywhere">
        {name} = {value}
      </span>
    )),
    t(state.clock.mode === "live" ? "onLive" : "onRehearsal", {
      labels: labels.length === 0 ? t("anyRunner") : t("labels", { labels: labels.join(" · ") }),
    }),
    // The last of them ends with a colon: the text itself stands below.
    ...(work.kind === "script" ? [t("runScriptNeeds"), t("runScript")] : []),
  ];
}

/** Every character that runs, where it is the plan's own text. */
export function RunText({ step, binding }: Pick<Props, "step" | "binding">) {
  return binding.work.kind === "script" ? <CodeBlock className="mt-3" text={step.commands} name={step.name} /> : null;
}

/** Leaves a step to a runner. What it will do is shown first. */
export function RunStep({ stage, step, binding, again }: Props) {
  const t = useTranslations("jobs");
  const { plan } = useRelease();
  const { under } = useActing();
  const [open, setOpen] = useState(false);
  const { run, sending, sendingText } = useAct();
  const command = { type: "step.run", step: step.id, stage: stage.id } as const;
  const refusal = useAvailability(under(command));
  const label = again ? t("runAgain") : t("run");
  const lines = useRunLines(binding);
  return (
    <>
      <Button
        tone="primary"
        busy={sending}
        refused={refusal === null || sending ? null : <RefusalText refusal={refusal} />}
        onClick={() => setOpen(true)}
      >
        {sending ? sendingText : label}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        content={{
          title: t("runTitle", { step: step.name, release: plan.info.version }),
          lines,
          confirmLabel: actName(label),
        }}
        onConfirm={() => void run(command)}
      >
        <RunText step={step} binding={binding} />
      </ConfirmDialog>
    </>
  );
}
