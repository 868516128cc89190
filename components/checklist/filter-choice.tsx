"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";

const FILTERS = ["all", "open"] as const;
export type Filter = (typeof FILTERS)[number];

/** Which items are shown. */
export function FilterChoice({ value, onChange }: { value: Filter; onChange: (value: Filter) => void }) {
  const t = useTranslations("checklist.filter");
  return (
    <fieldset className="flex border border-control">
      <legend className="sr-only">{t("label")}</legend>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={value === one}
          onClick={() => onChange(one)}
          className={clsx("target px-3", value === one ? "bg-active text-ink" : "text-ink-2 hover:text-ink")}
        >
          {t(one)}
        </button>
      ))}
    </fieldset>
  );
}
