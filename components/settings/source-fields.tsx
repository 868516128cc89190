"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox, Field, Select, Textarea } from "@/components/ui/field";
import type { SourceView } from "@/lib/contracts/sources";
import { GrafanaFields } from "./grafana-fields";

type Access = "none" | "bearer" | "basic";

function accessOf(source: SourceView | undefined): Access {
  if (source === undefined || !source.hasSecret) return "none";
  return source.userName === null ? "bearer" : "basic";
}

function Credentials({ source }: { source: SourceView | undefined }) {
  const t = useTranslations("settings.sources");
  const [access, setAccess] = useState<string>(accessOf(source));
  return (
    <>
      <Select
        label={t("access")}
        name="access"
        value={access}
        onChange={(event) => setAccess(event.currentTarget.value)}
        options={(["none", "bearer", "basic"] as const).map((value) => ({ value, label: t(`accessKind.${value}`) }))}
      />
      {access === "basic" ? (
        <Field
          label={t("userName")}
          name="userName"
          defaultValue={source?.userName ?? ""}
          autoComplete="off"
          required
        />
      ) : null}
      {access === "none" ? null : (
        <Field
          label={access === "basic" ? t("password") : t("token")}
          hint={source?.hasSecret === true ? t("secretKept") : t("secretHint")}
          name="secret"
          type="password"
          autoComplete="new-password"
          required={source?.hasSecret !== true}
        />
      )}
    </>
  );
}

/** Everything that is said of a source. */
export function SourceFields({ source }: { source: SourceView | undefined }) {
  const t = useTranslations("settings.sources");
  const [kind, setKind] = useState<string>(source?.kind ?? "prometheus");
  return (
    <>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_16rem]">
        <Field
          label={t("name")}
          hint={t("nameHint")}
          name="name"
          defaultValue={source?.name ?? ""}
          maxLength={60}
          autoComplete="off"
          required
        />
        <Select
          label={t("kind")}
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
          options={(["prometheus", "grafana", "json"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </div>
      <Field
        label={t("url")}
        hint={t(`urlHint.${kind}`)}
        name="url"
        type="url"
        inputMode="url"
        defaultValue={source?.url ?? ""}
        required
      />
      {kind === "grafana" ? <GrafanaFields source={source} /> : null}
      <Credentials source={source} />
      {kind === "json" ? null : (
        <Field
          label={t("alertmanagerUrl")}
          hint={t("alertmanagerHint")}
          name="alertmanagerUrl"
          type="url"
          inputMode="url"
          defaultValue={source?.alertmanagerUrl ?? ""}
        />
      )}
      <Textarea
        label={t("authority")}
        hint={t("authorityHint")}
        name="authority"
        defaultValue={source?.authority ?? ""}
      />
      <Checkbox
        label={t("privateRanges")}
        hint={t("privateHint")}
        name="privateRanges"
        defaultChecked={source?.privateRanges ?? true}
      />
    </>
  );
}
