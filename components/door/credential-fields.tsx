"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";

/** User name and a new password, so that a password manager knows what they are. */
export function CredentialFields() {
  const t = useTranslations("door.field");
  return (
    <>
      <Field
        label={t("username")}
        hint={t("usernameHint")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        requiredUnsaid
      />
      <Field
        label={t("newPassword")}
        hint={t("newPasswordHint")}
        name="password"
        type="password"
        autoComplete="new-password"
        maxLength={512}
        required
        requiredUnsaid
      />
    </>
  );
}
