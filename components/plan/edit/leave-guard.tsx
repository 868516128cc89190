"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Asks before unsaved changes are left: by a link of the page, and by closing or reloading it. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const t = useTranslations("plans.edit");
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isOwn =
        link !== null && link.origin === location.origin && link.target === "" && !link.hasAttribute("download");
      if (!isOwn || event.ctrlKey || event.metaKey || link.hash !== "") return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(`${link.pathname}${link.search}`);
    };
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [dirty]);
  return (
    <ConfirmDialog
      open={target !== null}
      onOpenChange={(open) => {
        if (!open) setTarget(null);
      }}
      tone="serious"
      content={{ title: t("unsaved"), lines: [t("unsavedLost")], confirmLabel: t("leaveAnyway") }}
      onConfirm={() => {
        if (target !== null) router.push(target);
      }}
    />
  );
}
