"use client";

import { useTranslations } from "next-intl";
import { Drawer } from "@/components/ui/drawer";
import { useRelease } from "@/lib/queries/release/use-release";
import { FaultPanel } from "./fault-panel";
import { ScriptPanel } from "./script-panel";

/** What a rehearsal is made of: the script that it runs, and the faults that a hand may put in. */
export function RehearsalDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslations("watch");
  const { state } = useRelease();
  return (
    <Drawer
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("rehearsal.title", { speed: state.clock.speed })}
      description={t("rehearsal.explain")}
    >
      <section>
        <h3 className="pb-1 font-bold text-md">{t("script.title")}</h3>
        <ScriptPanel />
      </section>
      <FaultPanel />
    </Drawer>
  );
}
