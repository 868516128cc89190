"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Shape } from "@/components/ui/shape";
import { useRelease } from "@/lib/queries/release/use-release";

const RehearsalDrawer = dynamic(() => import("./rehearsal-drawer").then((part) => part.RehearsalDrawer), {
  ssr: false,
});

/** Says on every tab that this is a rehearsal, and what its shop suffers; pressed, it opens the faults. Nothing in a live release. */
export function RehearsalMark() {
  const t = useTranslations("watch.rehearsal");
  const { state } = useRelease();
  const [isOpen, setOpen] = useState(false);
  if (state.clock.mode === "live") return null;
  const count = Object.keys(state.faults).length;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={t("open")}
        onClick={() => setOpen(true)}
        className="flex min-h-7 shrink-0 items-center gap-2 border border-rehearsal px-2 text-rehearsal hover:bg-rehearsal/12 pointer-coarse:min-h-12"
      >
        {t("mark", { speed: state.clock.speed })}
        <span className="flex items-center gap-1.5 border-rehearsal/50 border-l pl-2">
          {count === 0 ? null : <Shape name="diamond" />}
          {count === 0 ? t("faults") : t("active", { count })}
        </span>
      </button>
      {isOpen ? <RehearsalDrawer onClose={() => setOpen(false)} /> : null}
    </>
  );
}
