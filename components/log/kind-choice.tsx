"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { LOG_KINDS, type LogKind } from "./log-kinds";

/** Which events are shown. */
export function KindChoice({ value, onChange }: { value: LogKind; onChange: (kind: LogKind) => void }) {
  const t = useTranslations("console.log");
  return (
    <fieldset className="flex flex-wrap border border-control">
      <legend className="sr-only">{t("filter")}</legend>
      {LOG_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === value}
          onClick={() => onChange(kind)}
          className={clsx("target px-3", kind === value ? "bg-active text-ink" : "text-ink-2 hover:text-ink")}
        >
          {t(`kind.${kind}`)}
        </button>
      ))}
    </fieldset>
  );
}
