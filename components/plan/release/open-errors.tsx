"use client";

import { useTranslations } from "next-intl";
import { Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Finding } from "@/lib/domain/plan/finding";
import type { ReleaseMode } from "@/lib/domain/release/state";
import { FindingRow } from "../findings/finding-row";

type OpenErrorsProps = {
  errors: Finding[];
  mode: ReleaseMode;
  name: string;
  override: string;
  onChange: (reason: string) => void;
};

/** The plan's errors that nobody has accepted: shown before a rehearsal, and in the way of a live release. */
export function OpenErrors({ errors, mode, name, override, onChange }: OpenErrorsProps) {
  const t = useTranslations("plans.release");
  if (errors.length === 0) return null;
  const isLive = mode === "live";
  return (
    <div className="mt-4 space-y-3">
      <Notice tone={isLive ? "no-go" : "caution"} title={t("openErrors", { count: errors.length })}>
        {isLive ? t("openErrorsLive") : t("openErrorsRehearsal")}
      </Notice>
      <ul>
        {errors.map((error) => (
          <FindingRow key={`${error.rule} ${error.line} ${error.message.en}`} finding={error} />
        ))}
      </ul>
      {isLive ? (
        <div className="max-w-2xl">
          <Textarea
            label={t("override", { name })}
            hint={t("overrideHint")}
            value={override}
            maxLength={2000}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      ) : null}
    </div>
  );
}
