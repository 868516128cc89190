"use client";

import { useTranslations } from "next-intl";
import { CredentialFields } from "./credential-fields";
import { DoorForm } from "./door-form";
import { useDoor } from "./use-door";

export function InviteForm({ secret, name }: { secret: string; name: string }) {
  const t = useTranslations("door");
  const { busy, problem, send } = useDoor("/api/v1/invites/accept", "/");
  return (
    <DoorForm
      title={t("invite.title", { name })}
      lead={t("invite.lead")}
      submit={t("invite.submit")}
      sending={t("sending")}
      busy={busy}
      problem={problem}
      onSubmit={(fields) => send({ ...fields, secret })}
    >
      <CredentialFields />
    </DoorForm>
  );
}
