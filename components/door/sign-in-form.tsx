"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { DoorForm } from "./door-form";
import { useDoor } from "./use-door";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("door");
  const { busy, problem, send } = useDoor("/api/auth/sign-in", next);
  return (
    <DoorForm
      title={t("signIn.title")}
      lead={t("signIn.lead")}
      submit={t("signIn.submit")}
      sending={t("sending")}
      busy={busy}
      problem={problem}
      onSubmit={send}
    >
      <Field
        label={t("field.usernameOrEmail")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        requiredUnsaid
        autoFocus
      />
      <Field
        label={t("field.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        requiredUnsaid
      />
    </DoorForm>
  );
}
