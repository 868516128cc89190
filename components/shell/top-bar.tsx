"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { Theme } from "@/lib/i18n/locale";
import { BAR_BUTTON } from "./bar-button";
import { BrandMark } from "./brand-mark";
import { CommandPalette } from "./command-palette";
import { DisplayMenu } from "./display-menu";
import { KeyboardHelp } from "./keyboard-help";
import { Navigation } from "./navigation";
import { PersonMenu } from "./person-menu";
import { useShortcuts } from "./use-shortcuts";

/** The thin bar over every page of the console: where, who, how it looks. Nothing about a release stands here. */
export function TopBar({ name, theme }: { name: string; theme: Theme }) {
  const t = useTranslations("common");
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const openPalette = useCallback(() => setPalette(true), []);
  const openHelp = useCallback(() => setHelp(true), []);
  useShortcuts({ openPalette, openHelp });
  return (
    <header className="flex min-h-11 items-center gap-2 border-b border-line px-3 sm:gap-4 sm:px-5 print:hidden">
      <Link href="/" aria-label={t("product")} className="target flex items-center gap-2 pr-1">
        <BrandMark className="size-5.5" />
        <span className="font-bold max-md:hidden">{t("product")}</span>
      </Link>
      <Navigation />
      <div className="ml-auto flex items-center">
        <button
          type="button"
          aria-label={t("palette.open")}
          onClick={openPalette}
          className={`${BAR_BUTTON} max-sm:hidden`}
        >
          <Search aria-hidden="true" className="size-4" />
          <Kbd>Ctrl K</Kbd>
        </button>
        <DisplayMenu theme={theme} />
        <PersonMenu name={name} />
      </div>
      <CommandPalette open={palette} onOpenChange={setPalette} openHelp={openHelp} />
      <KeyboardHelp open={help} onOpenChange={setHelp} />
    </header>
  );
}
