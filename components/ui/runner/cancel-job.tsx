"use client";

import { useTranslations } from "next-intl";
import { HoldCommand } from "@/components/ui/release/hold-command";
import { nameOf } from "@/lib/domain/release/describe";
import type { JobId, JobState } from "@/lib/domain/release/job";
import { useRelease } from "@/lib/queries/release/use-release";

const CANCEL_HOLD_MS = 800;

const ENDING = { traffic: "cancelTraffic", drill: "cancelDrill", step: "cancel", rollback_step: "cancel" } as const;

/** What ending a run comes to. Whether a driver or a command does it, only the runner's host knows: these words fit both. */
export function useCancelWords({ purpose, taken }: Pick<JobState, "purpose" | "taken">, waits: boolean) {
  const t = useTranslations("jobs");
  const { plan } = useRelease();
  const what = "step" in purpose ? nameOf(plan, purpose.step) : "";
  const share = purpose.kind === "traffic" ? purpose.share : 0;
  const said = ENDING[purpose.kind];
  return {
    title: t(waits ? "withdrawTitle" : "cancelTitle", { kind: purpose.kind, what, share }),
    lines: waits ? [t("withdrawLine")] : [t(`${said}Line`, { runner: taken?.runner ?? "" }), t(`${said}After`)],
    confirmLabel: t(waits ? "withdraw" : "cancel"),
  };
}

/** Ends a run, or takes back what no runner has begun. */
export function CancelJob({ job, waits }: { job: JobId; waits: boolean }) {
  const own = useRelease().state.jobs[job];
  return own === undefined ? null : <CancelKnown job={job} own={own} waits={waits} />;
}

function CancelKnown({ job, own, waits }: { job: JobId; own: JobState; waits: boolean }) {
  const dialog = useCancelWords(own, waits);
  return (
    <HoldCommand
      command={{ type: "job.cancel", job }}
      holdMs={CANCEL_HOLD_MS}
      tone="critical"
      size="small"
      refused="hide"
      label={dialog.confirmLabel}
      dialog={dialog}
    />
  );
}
