"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { PLACES } from "./navigation";

type KeyboardHelpProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** What the keyboard can do. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  const t = useTranslations("common.keyboard");
  const rows = [
    { keys: ["Ctrl/⌘", "K"], text: t("palette") },
    { keys: ["?"], text: t("help") },
    { keys: ["/"], text: t("search") },
    ...PLACES.map((place) => ({ keys: ["g", place.letter], text: t(place.key) })),
    { keys: ["Esc"], text: t("close") },
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("none")}>
      <dl>
        {rows.map((row) => (
          <div key={row.text} className="flex items-baseline justify-between gap-4 border-t border-line py-2">
            <dt>{row.text}</dt>
            <dd className="flex gap-1.5">
              {row.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
