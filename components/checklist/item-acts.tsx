"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useActing } from "@/components/ui/release/acting-role";
import { EvidenceDialog } from "@/components/ui/release/later-evidence";
import { ReasonButton } from "@/components/ui/release/reason-button";
import type { ChecklistItem } from "@/lib/domain/plan/plan";
import type { ItemState } from "@/lib/domain/release/state";
import { useAvailability } from "@/lib/queries/command/use-availability";

/** Sign with evidence, take it back, or waive. There is no way to sign several at once. */
export function ItemActs({ item, own }: { item: ChecklistItem; own: ItemState | undefined }) {
  const t = useTranslations("checklist");
  if (own === undefined || own.status === "open") {
    return (
      <>
        <Sign item={item} />
        <ReasonButton
          tone="quiet"
          size="small"
          command={(reason) => ({ type: "item.waive", item: item.id, reason })}
          title={t("waiveTitle", { item: item.text })}
          explain={t("waiveExplain")}
          label={t("waive")}
        />
      </>
    );
  }
  if (own.status === "waived") return null;
  return (
    <ReasonButton
      tone="quiet"
      size="small"
      command={(reason) => ({ type: "item.revoke", item: item.id, reason })}
      title={t("revokeTitle", { item: item.text })}
      explain={t("revokeExplain")}
      label={t("revoke")}
    />
  );
}

/** Signing one's own, or, where the rules ask for it, visibly for another. */
function Sign({ item }: { item: ChecklistItem }) {
  const t = useTranslations("checklist");
  const { under } = useActing();
  const [open, setOpen] = useState(false);
  const own = useAvailability(under({ type: "item.sign", item: item.id }));
  const behalf = useAvailability(under({ type: "item.sign", item: item.id, onBehalf: true }));
  const forAnother = own !== null;
  if (own !== null && behalf !== null && !open) return null;
  const label = forAnother ? t("signBehalf") : t("sign");
  return (
    <>
      <Button size="small" tone={forAnother ? "quiet" : "plain"} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <EvidenceDialog
        open={open}
        onOpenChange={setOpen}
        title={item.text}
        explain={forAnother ? t("behalfExplain") : t("signExplain")}
        label={label}
        command={(evidence) => ({
          type: "item.sign",
          item: item.id,
          evidence,
          ...(forAnother ? { onBehalf: true } : {}),
        })}
      />
    </>
  );
}
