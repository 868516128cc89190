"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { Field, Select } from "@/components/ui/field";
import { filled, MakeDialog } from "@/components/ui/make-dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { useMoment } from "@/components/ui/use-moment";

type Made = { token: string; expiresAt: number };
const VALID_DAYS = [7, 30, 90, 365];
const DEFAULT_DAYS = "90";

function request(fields: FormData) {
  const name = filled(fields, "name") ?? "";
  const validDays = Number(filled(fields, "validDays") ?? DEFAULT_DAYS);
  return { method: "POST" as const, path: "/api/v1/tokens", body: { name, validDays } };
}

/** Makes a token for a program; it is shown with a line that tries it. */
export function TokenDialog({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations("settings.tokens");
  const words = useTranslations("settings");
  const moment = useMoment();
  const shown = ({ token, expiresAt }: Made) => ({
    title: t("made"),
    description: t("madeLead", { at: moment(expiresAt) }),
    content: (
      <>
        <ShownOnce text={token} name={t("token")} warning={t("once")} />
        <div>
          <p className="pb-1 text-sm text-ink-2">{t("try")}</p>
          <CodeBlock text={`curl -H 'Authorization: Bearer ${token}' ${publicUrl}/api/v1/releases`} name={t("try")} />
        </div>
      </>
    ),
  });
  return (
    <MakeDialog<Made>
      label={t("create")}
      tone="primary"
      title={t("create")}
      description={t("createLead")}
      submit={t("submit")}
      request={request}
      shown={shown}
    >
      <Field label={t("name")} hint={t("nameHint")} name="name" maxLength={120} autoComplete="off" required />
      <Select
        label={t("valid")}
        name="validDays"
        defaultValue={DEFAULT_DAYS}
        options={VALID_DAYS.map((days) => ({
          value: String(days),
          label: words("duration", { hours: days * 24, days }),
        }))}
      />
    </MakeDialog>
  );
}
