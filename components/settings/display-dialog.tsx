"use client";

import { useTranslations } from "next-intl";
import { DisplayCode } from "@/components/ui/display-code";
import { Field, Select } from "@/components/ui/field";
import { filled, MakeDialog } from "@/components/ui/make-dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { useMoment } from "@/components/ui/use-moment";

type Made = { link: string; expiresAt: number | null; code: string };

const VALID_HOURS = [12, 24, 72, 720];
const DEFAULT_HOURS = "24";
const FOR_EVER = "for-ever";

function hoursIn(fields: FormData): number | null {
  const chosen = filled(fields, "validHours") ?? DEFAULT_HOURS;
  return chosen === FOR_EVER ? null : Number(chosen);
}

/** Makes a link that opens the wall of one release and nothing else. */
export function DisplayDialog({ releaseId, release }: { releaseId: string; release: string }) {
  const t = useTranslations("settings.displays");
  const words = useTranslations("settings");
  const moment = useMoment();
  const shown = ({ link, expiresAt, code }: Made) => ({
    title: t("made"),
    description: expiresAt === null ? t("madeForEver") : t("madeLead", { at: moment(expiresAt) }),
    content: (
      <>
        <ShownOnce text={link} name={t("link")} warning={t("once")} />
        <DisplayCode code={code} />
      </>
    ),
  });
  return (
    <MakeDialog<Made>
      label={t("create")}
      name={release}
      size="small"
      title={t("createFor", { release })}
      description={t("createLead")}
      submit={t("submit")}
      request={(fields) => ({
        method: "POST",
        path: `/api/v1/releases/${releaseId}/display-links`,
        body: { name: filled(fields, "name") ?? "", validHours: hoursIn(fields) },
      })}
      shown={shown}
    >
      <Field label={t("name")} hint={t("nameHint")} name="name" maxLength={120} autoComplete="off" required />
      <Select
        label={t("valid")}
        name="validHours"
        defaultValue={DEFAULT_HOURS}
        options={[
          ...VALID_HOURS.map((hours) => ({
            value: String(hours),
            label: words("duration", { hours, days: hours / 24 }),
          })),
          { value: FOR_EVER, label: t("forEver") },
        ]}
      />
    </MakeDialog>
  );
}
