"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

export type AcceptedWord = { findingKey: string; reason: string; person: { name: string }; at: number };
export type EarlierWord = AcceptedWord & { number: number };

/** Who lives with a finding, since when and why. */
export function Acceptance({ word, timeZone }: { word: AcceptedWord | undefined; timeZone: string }) {
  const t = useTranslations("plans.finding");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  if (word === undefined) return null;
  return (
    <p className="text-sm wrap-anywhere text-ink-2">
      {word.reason}
      <span className="block text-ink-3">
        {t("acceptedBy", { who: word.person.name, at: formatDateTime(word.at, timeZone, locale) })}
      </span>
    </p>
  );
}

type EarlierProps = {
  word: EarlierWord | undefined;
  timeZone: string;
  busy: boolean;
  onConfirm?: ((reason: string) => void) | undefined;
};

/** What was said about the same finding in an earlier version; it holds here only when somebody says so again. */
export function EarlierAcceptance({ word, timeZone, busy, onConfirm }: EarlierProps) {
  const t = useTranslations("plans.finding");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  if (word === undefined) return null;
  const { number, person, at, reason } = word;
  return (
    <div className="mb-1 space-y-1.5 border-l-2 border-line-strong pl-2.5">
      <p className="text-sm wrap-anywhere text-ink-2">
        {t("acceptedEarlier", { number, who: person.name, at: formatDateTime(at, timeZone, locale), reason })}
      </p>
      {onConfirm === undefined ? null : (
        <Button size="small" busy={busy} onClick={() => onConfirm(reason)}>
          {t("stillHolds")}
        </Button>
      )}
    </div>
  );
}
