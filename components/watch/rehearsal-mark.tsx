"use client";

import { clsx } from "clsx";
import { Zap } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
        title={count === 0 ? t("open") : t("active", { count })}
        onClick={() => setOpen(true)}
        className="flex min-h-7 shrink-0 items-center gap-2 border border-rehearsal px-2 text-rehearsal hover:bg-rehearsal/12 pointer-coarse:min-h-12"
      >
        {t("mark", { speed: state.clock.speed })}
        <span className="flex items-center gap-1">
          <Zap aria-hidden="true" className={clsx("size-3.5", count > 0 && "fill-current")} />
          {count === 0 ? null : <span aria-hidden="true">{count}</span>}
          <span className="sr-only">{count === 0 ? t("open") : t("active", { count })}</span>
        </span>
      </button>
      {isOpen ? <RehearsalDrawer onClose={() => setOpen(false)} /> : null}
    </>
  );
}
