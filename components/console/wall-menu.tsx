"use client";

import { Monitor } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";

const WallDialog = laterDialog(() => import("./wall-dialog").then((part) => part.WallDialog));

/** The room's screen, one press away. */
export function WallMenu() {
  const t = useTranslations("console.wall");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t("title")}>
        <Monitor aria-hidden className="size-4" />
        {t("short")}
      </Button>
      <WallDialog open={open} onOpenChange={setOpen} />
    </>
  );
}
