"use client";

import { useTranslations } from "next-intl";

/** Six digits that open a display once: big enough to read out across a room. */
export function DisplayCode({ code }: { code: string }) {
  const t = useTranslations("common.displayCode");
  return (
    <div className="border border-line-strong px-3 py-2.5">
      <p className="text-sm text-ink-2">{t("title", { address: `${window.location.origin}/wall` })}</p>
      <output aria-label={t("label")} className="block py-1 font-mono text-3xl tracking-[0.15em] select-all">
        {code.slice(0, 3)} {code.slice(3)}
      </output>
      <p className="text-sm text-ink-3">{t("once")}</p>
    </div>
  );
}
