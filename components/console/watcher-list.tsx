"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { buttonClass } from "@/components/ui/button";
import { useWatchers } from "@/lib/queries/release/use-watchers";

/** Who is looking at this release now. */
export function WatcherList() {
  const t = useTranslations("console.watchers");
  const watchers = useWatchers();
  return (
    <Popover.Root>
      <Popover.Trigger className={buttonClass("quiet", "small")} aria-label={t("label", { count: watchers.length })}>
        <Eye aria-hidden className="size-4" />
        {watchers.length}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          aria-label={t("title")}
          className="z-50 min-w-52 border border-line-strong bg-raised p-3"
        >
          <h2 className="pb-1 text-ink-3 text-sm">{t("title")}</h2>
          <ul>
            {watchers.map((watcher, index) => (
              <li key={`${watcher.person ?? "display"}:${String(index)}`} className="flex justify-between gap-6 py-0.5">
                <span>{watcher.name}</span>
                <span className="text-ink-2">{t(`screen.${watcher.screen}`)}</span>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
