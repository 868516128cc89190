"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Popup } from "@/components/ui/popup";
import { useWatchers } from "@/lib/queries/release/use-watchers";

/** Who is looking at this release now. */
export function WatcherList() {
  const t = useTranslations("console.watchers");
  const watchers = useWatchers();
  const trigger = (
    <>
      <Eye aria-hidden className="size-4" />
      {watchers.length}
    </>
  );
  return (
    <Popup
      label={t("label", { count: watchers.length })}
      trigger={trigger}
      className={buttonClass("quiet", "small")}
      panelClassName="min-w-52 p-3"
    >
      {() => (
        <>
          <h2 className="pb-1 text-ink-3 text-sm">{t("title")}</h2>
          <ul>
            {watchers.map((watcher, index) => (
              <li key={`${watcher.person ?? "display"}:${String(index)}`} className="flex justify-between gap-6 py-0.5">
                <span>{watcher.name}</span>
                <span className="text-ink-2">{t(`screen.${watcher.screen}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popup>
  );
}
