"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { CommandButton } from "@/components/ui/release/command-button";
import { RefusalLine } from "@/components/ui/release/refusal-text";
import { useAct } from "@/components/ui/release/use-act";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { bindingFor } from "@/lib/domain/release/job";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";

/** A drill by a runner where the plan binds one, which takes its own time; else a dry run, recorded with the seconds it took. */
export function DrillForm() {
  const t = useTranslations("console.rollback");
  const { plan } = useRelease();
  if (bindingFor(indexOf(plan), { kind: "drill" }) === null) return <DrillByWord />;
  return (
    <CommandButton command={{ type: "rollback.drill" }} size="small" refused="hide">
      {t("drillNow")}
    </CommandButton>
  );
}

function DrillByWord() {
  const t = useTranslations("console.rollback");
  const common = useTranslations("console");
  const refusal = useAvailability({ type: "rollback.drill" });
  const [open, setOpen] = useState(false);
  const [seconds, setSeconds] = useState("");
  const { run, sending, refused } = useAct();
  if (refusal !== null && !open) return null;
  const tookMs = seconds === "" ? undefined : Math.round(Number(seconds) * 1000);
  const bad = tookMs !== undefined && !(tookMs >= 0);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("recordDrill")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("recordDrill")} description={t("drillExplain")}>
        <form
          className="grid gap-4"
          noValidate
          onSubmit={async (event) => {
            event.preventDefault();
            if (!bad && (await run({ type: "rollback.drill", tookMs }))) setOpen(false);
          }}
        >
          <Field
            label={t("drillSeconds")}
            error={bad ? t("badSeconds") : undefined}
            inputMode="decimal"
            value={seconds}
            onChange={(event) => setSeconds(event.target.value.trim())}
          />
          <RefusalLine refusal={refused} />
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
            <Button type="submit" tone="primary" busy={sending}>
              {t("recordDrill")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
