"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { CredentialFields } from "./credential-fields";
import { DoorForm } from "./door-form";
import { useDoor } from "./use-door";

export function SetupForm({ code }: { code: string }) {
  const t = useTranslations("door");
  const { busy, problem, send } = useDoor("/api/v1/setup", "/");
  return (
    <DoorForm
      title={t("setup.title")}
      lead={t("setup.lead")}
      submit={t("setup.submit")}
      sending={t("sending")}
      busy={busy}
      problem={problem}
      onSubmit={(fields) => send({ ...fields, code })}
    >
      <Field
        label={t("field.name")}
        hint={t("field.nameHint")}
        name="name"
        autoComplete="name"
        maxLength={120}
        required
        requiredUnsaid
      />
      <CredentialFields />
    </DoorForm>
  );
}
