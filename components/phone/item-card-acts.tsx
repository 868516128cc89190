"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EvidenceDialog } from "@/components/ui/release/later-evidence";
import type { Waiting } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

/** Signing one item, with evidence. */
export function ItemCardActs({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("checklist");
  const { plan } = useRelease();
  const [open, setOpen] = useState(false);
  const item = plan.sections.flatMap((section) => section.items).find((one) => one.id === waiting.id);
  if (item === undefined) return null;
  return (
    <>
      <Button className="flex-1" onClick={() => setOpen(true)}>
        {t("sign")}
      </Button>
      <EvidenceDialog
        open={open}
        onOpenChange={setOpen}
        title={item.text}
        explain={t("signExplain")}
        label={t("sign")}
        command={(evidence) => ({ type: "item.sign", item: item.id, evidence, as: waiting.role })}
      />
    </>
  );
}
