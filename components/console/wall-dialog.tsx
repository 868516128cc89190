"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { useRelease } from "@/lib/queries/release/use-release";
import { DisplayLinks } from "./display-links";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** The wall here, or by a link that opens it elsewhere without signing in. */
export function WallDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("console.wall");
  const { releaseId, viewer } = useRelease();
  const mayShare = (viewer?.permissions.length ?? 0) > 0;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("explain")}>
      <p>
        <Link className="text-standby underline underline-offset-2" href={`/wall/${releaseId}`} target="_blank">
          {t("openHere")}
        </Link>
      </p>
      {mayShare ? <DisplayLinks releaseId={releaseId} /> : <p className="pt-3 text-ink-2">{t("mayNot")}</p>}
    </Dialog>
  );
}
