"use client";

import { Monitor } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useRelease } from "@/lib/queries/release/use-release";

// Only who opens the menu needs it: it and what it asks with come then.
const DisplayLinks = dynamic(() => import("./display-links").then((part) => part.DisplayLinks), { ssr: false });

/** The room's screen: open it here, or make a link that opens it elsewhere without signing in. */
export function WallMenu() {
  const t = useTranslations("console.wall");
  const { releaseId, viewer } = useRelease();
  const [open, setOpen] = useState(false);
  const mayShare = (viewer?.permissions.length ?? 0) > 0;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t("title")}>
        <Monitor aria-hidden className="size-4" />
        {t("short")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")} description={t("explain")}>
        <p>
          <Link className="text-standby underline underline-offset-2" href={`/wall/${releaseId}`} target="_blank">
            {t("openHere")}
          </Link>
        </p>
        {mayShare ? <DisplayLinks releaseId={releaseId} /> : <p className="pt-3 text-ink-2">{t("mayNot")}</p>}
      </Dialog>
    </>
  );
}
