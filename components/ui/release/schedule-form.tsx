"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Textarea } from "@/components/ui/field";
import { actName } from "@/components/ui/release/act-name";
import { RefusalLine } from "@/components/ui/release/refusal-text";
import { minuteOfDay } from "@/components/ui/release/time-text";
import { useAct } from "@/components/ui/release/use-act";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

/** The planned rollback of a P1: in so many minutes of the release's time, with its reason. */
export function ScheduleForm() {
  const t = useTranslations("console.rollback");
  const common = useTranslations("console");
  const { plan } = useRelease();
  const now = useReleaseNow();
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState("10");
  const [reason, setReason] = useState("");
  const { run, sending, refused } = useAct();
  const at = Math.round(now + Number(minutes) * MINUTE_MS);
  const refusal = useAvailability({ type: "rollback.schedule", at: now + 10 * MINUTE_MS, reason: "…" });
  if (refusal !== null && !open) return null;
  const bad = !(Number(minutes) > 0 && Number(minutes) <= 1440);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("scheduleIt")}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("scheduleTitle")} description={t("scheduleExplain")}>
        <form
          className="grid gap-4"
          noValidate
          onSubmit={async (event) => {
            event.preventDefault();
            if (bad || reason.trim() === "") return;
            if (await run({ type: "rollback.schedule", at, reason: reason.trim() })) setOpen(false);
          }}
        >
          <Field
            label={t("scheduleMinutes")}
            hint={bad ? undefined : t("scheduleAt", { time: minuteOfDay(at, plan.timeZone) })}
            error={bad ? t("badMinutes") : undefined}
            inputMode="numeric"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value.trim())}
          />
          <Textarea label={common("reason.label")} value={reason} onChange={(event) => setReason(event.target.value)} />
          <RefusalLine refusal={refused} />
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button
              type="submit"
              tone="critical"
              busy={sending}
              refused={reason.trim() === "" ? common("reason.missing") : null}
            >
              {actName(t("scheduleIt"))}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
