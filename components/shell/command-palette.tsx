"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useMemo, useSyncExternalStore } from "react";
import { SHADE } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { currentPaletteEntries, type PaletteEntry, subscribeToPalette } from "@/components/ui/palette-entries";
import { LOCALES, THEMES } from "@/lib/i18n/locale";
import { PLACES } from "./navigation";
import { useDisplay } from "./use-display";

const NONE: PaletteEntry[] = [];

/** Going and showing: what every page offers. */
function useOwnEntries(openHelp: () => void): PaletteEntry[] {
  const t = useTranslations("common");
  const router = useRouter();
  const { setLocale, setTheme } = useDisplay();
  return useMemo(
    () => [
      ...PLACES.map((place) => ({
        id: place.key,
        group: t("palette.go"),
        label: t(`nav.${place.key}`),
        keys: `g ${place.letter}`,
        run: () => router.push(place.path),
      })),
      ...LOCALES.map((locale) => ({
        id: locale,
        group: t("palette.view"),
        label: `${t("language.label")} · ${locale === "en" ? t("language.en") : t("language.zh")}`,
        run: () => setLocale(locale),
      })),
      ...THEMES.map((theme) => ({
        id: theme,
        group: t("palette.view"),
        label: `${t("theme.label")} · ${t(`theme.${theme}`)}`,
        run: () => setTheme(theme),
      })),
      { id: "help", group: t("palette.view"), label: t("keyboard.open"), keys: "?", run: openHelp },
    ],
    [t, router, setLocale, setTheme, openHelp],
  );
}

type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; openHelp: () => void };

/** Ctrl/⌘-K: where to go and what to do, by name. What the page offers stands before what every page offers. */
export function CommandPalette({ open, onOpenChange, openHelp }: CommandPaletteProps) {
  const t = useTranslations("common.palette");
  const own = useOwnEntries(openHelp);
  const offered = useSyncExternalStore(subscribeToPalette, currentPaletteEntries, () => NONE);
  // The same act may stand at two places of a page.
  const isFirst = (entry: PaletteEntry, at: number, all: PaletteEntry[]) =>
    all.findIndex(({ group, label }) => group === entry.group && label === entry.label) === at;
  const entries = [...offered, ...own].filter(isFirst);
  const groups = [...new Set(entries.map((entry) => entry.group))];
  const run = (entry: PaletteEntry) => {
    onOpenChange(false);
    entry.run();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SHADE} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 border border-line-strong bg-raised focus:outline-none"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <Command label={t("title")} loop>
            <Command.Input
              placeholder={t("search")}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-md outline-none"
            />
            <Command.List className="max-h-[56dvh] overflow-y-auto py-2">
              <Command.Empty className="px-4 py-3 text-ink-2">{t("none")}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {entries
                    .filter((entry) => entry.group === group)
                    .map((entry) => (
                      <Command.Item
                        key={entry.id}
                        value={`${entry.label} ${entry.id}`}
                        onSelect={() => run(entry)}
                        className="target flex cursor-pointer items-center justify-between gap-4 px-4 data-[selected=true]:bg-active"
                      >
                        {entry.label}
                        {entry.keys === undefined ? null : <Kbd>{entry.keys}</Kbd>}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
