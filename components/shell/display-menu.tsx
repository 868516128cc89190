"use client";

import { Contrast } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Popup, PopupChoice } from "@/components/ui/popup";
import { setSoundPreference, useSoundPreference } from "@/components/ui/sound/sound-preference";
import { LOCALES, THEMES, type Theme } from "@/lib/i18n/locale";
import { BAR_BUTTON } from "./bar-button";
import { useDisplay } from "./use-display";

/** Language, theme, and whether this device sounds. */
export function DisplayMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("common");
  const locale = useLocale();
  const { setLocale, setTheme } = useDisplay();
  const sound = useSoundPreference();
  const [shown, setShown] = useState<string>(theme);
  const trigger = (
    <>
      <Contrast aria-hidden="true" className="size-4" />
      <span className="max-sm:hidden">{locale === "en" ? "EN" : "中"}</span>
    </>
  );
  const written = locale === "en" ? "EN" : "中";
  return (
    <Popup
      label={`${written} · ${t("language.label")} · ${t("theme.label")} · ${t("sound.label")}`}
      trigger={trigger}
      className={BAR_BUTTON}
    >
      {() => (
        <>
          <PopupChoice
            label={t("language.label")}
            value={locale}
            onChange={setLocale}
            options={LOCALES.map((one) => ({ value: one, label: one === "en" ? t("language.en") : t("language.zh") }))}
          />
          <PopupChoice
            label={t("theme.label")}
            value={shown}
            onChange={(value) => {
              setShown(value);
              setTheme(value);
            }}
            options={THEMES.map((one) => ({ value: one, label: t(`theme.${one}`) }))}
          />
          <PopupChoice
            label={t("sound.label")}
            value={sound ? "on" : "off"}
            onChange={(value) => setSoundPreference(value === "on")}
            options={(["off", "on"] as const).map((one) => ({ value: one, label: t(`sound.${one}`) }))}
          />
        </>
      )}
    </Popup>
  );
}
