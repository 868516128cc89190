"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { callApi } from "@/lib/queries/api/call-api";
import { DoorForm } from "./door-form";

/** Six digits instead of a session: the wall of one release, to look at only. */
export function DisplayCodeForm() {
  const locale = useLocale();
  const t = useTranslations("door");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function open(body: Record<string, string>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await callApi<{ path: string }>({ method: "POST", path: "/api/v1/displays/open", body, locale });
    if (answer.ok) {
      location.assign(answer.value.path);
      return;
    }
    setBusy(false);
    setProblem(answer.detail ?? t("unreachable"));
  }

  return (
    <DoorForm
      title={t("display.title")}
      lead={t("display.lead")}
      submit={t("display.submit")}
      sending={t("sending")}
      busy={busy}
      problem={problem}
      onSubmit={(fields) => void open(fields)}
    >
      <Field
        label={t("display.code")}
        hint={t("display.codeHint")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 \-]{6,9}"
        maxLength={9}
        className="min-h-16 text-center font-mono text-3xl tracking-[0.3em]"
        required
        requiredUnsaid
        autoFocus
      />
    </DoorForm>
  );
}
