"use client";

import { Contrast } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Menu, MenuChoice, MenuSeparator } from "@/components/ui/menu";
import { LOCALES, THEMES, type Theme } from "@/lib/i18n/locale";
import { BAR_BUTTON } from "./bar-button";
import { useDisplay } from "./use-display";

/** Language and theme. */
export function DisplayMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("common");
  const locale = useLocale();
  const { setLocale, setTheme } = useDisplay();
  const [shown, setShown] = useState<string>(theme);
  const trigger = (
    <button type="button" aria-label={`${t("language.label")} · ${t("theme.label")}`} className={BAR_BUTTON}>
      <Contrast aria-hidden="true" className="size-4" />
      <span className="max-sm:hidden">{locale === "en" ? "EN" : "中"}</span>
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuChoice
        label={t("language.label")}
        value={locale}
        onChange={setLocale}
        options={LOCALES.map((one) => ({ value: one, label: one === "en" ? t("language.en") : t("language.zh") }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t("theme.label")}
        value={shown}
        onChange={(value) => {
          setShown(value);
          setTheme(value);
        }}
        options={THEMES.map((one) => ({ value: one, label: t(`theme.${one}`) }))}
      />
    </Menu>
  );
}
