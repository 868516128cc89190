"use client";

import { useTranslations } from "next-intl";
import { HoldCommand } from "@/components/ui/release/hold-command";
import { nameOf } from "@/lib/domain/release/describe";
import type { JobId } from "@/lib/domain/release/job";
import { useRelease } from "@/lib/queries/release/use-release";

const CANCEL_HOLD_MS = 800;

/** Ends a run, or takes back what no runner has begun. */
export function CancelJob({ job, waits }: { job: JobId; waits: boolean }) {
  const t = useTranslations("jobs");
  const { plan, state } = useRelease();
  const own = state.jobs[job];
  if (own === undefined) return null;
  const { purpose } = own;
  const what = "step" in purpose ? nameOf(plan, purpose.step) : t(`purpose.${purpose.kind}`);
  const runner = own.taken?.runner ?? "";
  // Whether a driver or a command moves the traffic, only the runner's host knows.
  const ending =
    purpose.kind === "traffic"
      ? [t("cancelTraffic", { runner }), t("cancelTrafficAfter")]
      : [t("cancelLine", { runner }), t("cancelAfter")];
  return (
    <HoldCommand
      command={{ type: "job.cancel", job }}
      holdMs={CANCEL_HOLD_MS}
      tone="critical"
      size="small"
      refused="hide"
      label={waits ? t("withdraw") : t("cancel")}
      dialog={{
        title: t(waits ? "withdrawTitle" : "cancelTitle", { what }),
        lines: waits ? [t("withdrawLine")] : ending,
        confirmLabel: waits ? t("withdraw") : t("cancel"),
      }}
    />
  );
}
