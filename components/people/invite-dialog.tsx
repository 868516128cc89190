"use client";

import { useTranslations } from "next-intl";
import { Field, Select } from "@/components/ui/field";
import { filled, MakeDialog } from "@/components/ui/make-dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { useMoment } from "@/components/ui/use-moment";
import { ContactField } from "./contact-field";
import { PermissionFields, permissionsIn } from "./permission-fields";

type Made = { link: string; expiresAt: number };

const VALID_HOURS = [24, 72, 168, 720];
const DEFAULT_HOURS = "72";

function request(fields: FormData) {
  return {
    method: "POST" as const,
    path: "/api/v1/invites",
    body: {
      name: filled(fields, "name") ?? "",
      email: filled(fields, "email"),
      planContact: filled(fields, "planContact"),
      permissions: permissionsIn(fields),
      validHours: Number(filled(fields, "validHours") ?? DEFAULT_HOURS),
    },
  };
}

/** Invites one person by a link that is handed over by hand: nothing is mailed. */
export function InviteDialog({ contacts }: { contacts: string[] }) {
  const t = useTranslations("people");
  const words = useTranslations("settings");
  const moment = useMoment();
  const shown = ({ link, expiresAt }: Made) => ({
    title: t("invite.made"),
    description: t("invite.madeLead", { at: moment(expiresAt) }),
    content: <ShownOnce text={link} name={t("invite.link")} warning={t("invite.once")} />,
  });
  return (
    <MakeDialog<Made>
      label={t("invite.open")}
      tone="primary"
      title={t("invite.title")}
      description={t("invite.lead")}
      submit={t("invite.submit")}
      request={request}
      shown={shown}
    >
      <Field label={t("field.name")} name="name" maxLength={120} autoComplete="off" required />
      <Field
        label={t("field.email")}
        hint={t("field.emailHint")}
        name="email"
        type="email"
        maxLength={200}
        autoComplete="off"
      />
      <ContactField contacts={contacts} />
      <PermissionFields given={[]} />
      <Select
        label={t("invite.valid")}
        name="validHours"
        defaultValue={DEFAULT_HOURS}
        options={VALID_HOURS.map((hours) => ({
          value: String(hours),
          label: words("duration", { hours, days: hours / 24 }),
        }))}
      />
    </MakeDialog>
  );
}
