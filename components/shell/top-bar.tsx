"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { Theme } from "@/lib/i18n/locale";
import { BAR_BUTTON } from "./bar-button";
import { BrandMark } from "./brand-mark";
import { DisplayMenu } from "./display-menu";
import { Navigation } from "./navigation";
import { PersonMenu } from "./person-menu";
import { useShortcuts } from "./use-shortcuts";

// Neither is on the first picture of any page: their code comes when they are first asked for.
const CommandPalette = dynamic(() => import("./command-palette").then((file) => file.CommandPalette), { ssr: false });
const KeyboardHelp = dynamic(() => import("./keyboard-help").then((file) => file.KeyboardHelp), { ssr: false });

/** The thin bar over every page of the console: where, who, how it looks. Nothing about a release stands here. */
export function TopBar({ name, theme }: { name: string; theme: Theme }) {
  const t = useTranslations("common");
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const openPalette = useCallback(() => setPalette(true), []);
  const openHelp = useCallback(() => setHelp(true), []);
  useShortcuts({ openPalette, openHelp });
  return (
    <header className="flex min-h-11 items-center gap-1 border-b border-line px-3 sm:gap-4 sm:px-5 print:hidden">
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
      {palette ? <CommandPalette open onOpenChange={setPalette} openHelp={openHelp} /> : null}
      {help ? <KeyboardHelp open onOpenChange={setHelp} /> : null}
    </header>
  );
}
