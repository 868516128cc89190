"use client";

import { useTranslations } from "next-intl";
import { Checkbox, Field } from "@/components/ui/field";
import type { SourceView } from "@/lib/contracts/sources";

/** What is said of a Grafana besides: what stands behind it, whether it gets annotations, and where links lead. */
export function GrafanaFields({ source }: { source: SourceView | undefined }) {
  const t = useTranslations("settings.sources");
  return (
    <>
      <Field
        label={t("datasourceUid")}
        hint={t("datasourceHint")}
        name="datasourceUid"
        defaultValue={source?.datasourceUid ?? ""}
        maxLength={200}
        required
      />
      <Checkbox
        label={t("annotates")}
        hint={t("annotatesHint")}
        name="annotates"
        defaultChecked={source?.annotates ?? false}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          label={t("dashboardUid")}
          hint={t("dashboardHint")}
          name="dashboardUid"
          defaultValue={source?.dashboardUid ?? ""}
          maxLength={200}
        />
        <Field
          label={t("panels")}
          hint={t("panelsHint")}
          name="panels"
          defaultValue={source?.panels.join(", ") ?? ""}
          pattern="[0-9]+([\s,，、]+[0-9]+)*"
          inputMode="numeric"
        />
        <Field
          label={t("organisation")}
          hint={t("organisationHint")}
          name="organisation"
          defaultValue={source?.organisation ?? ""}
          pattern="[0-9]*"
          inputMode="numeric"
        />
      </div>
    </>
  );
}
