"use client";

import { useTranslations } from "next-intl";
import { Drawer } from "@/components/ui/drawer";
import { useSourceFocus } from "./source-focus";
import { SourcePane } from "./source-pane";

/** The document beside the plan, opened at the lines that somebody asked for. */
export function SourceDrawer({ source }: { source: string }) {
  const t = useTranslations("plans.source");
  const { lines, show } = useSourceFocus();
  return (
    <Drawer open={lines !== null} onOpenChange={() => show(null)} title={t("title")} description={t("lead")}>
      <SourcePane source={source} className="-mx-5 -my-4 h-[calc(100dvh-5.5rem)] max-sm:h-[70dvh]" />
    </Drawer>
  );
}
