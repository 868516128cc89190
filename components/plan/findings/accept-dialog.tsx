"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import type { Finding } from "@/lib/domain/plan/finding";

type AcceptDialogProps = {
  finding: Finding | null;
  busy: boolean;
  problem: string | null;
  onClose: () => void;
  onAccept: (finding: Finding, reason: string) => void;
};

/** Asks why a finding may stand. The reason stays with the version, under the name of whoever gives it. */
export function AcceptDialog({ finding, ...rest }: AcceptDialogProps) {
  const t = useTranslations("plans.finding");
  const locale = useLocale();
  if (finding === null) return null;
  const { message } = finding;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) rest.onClose();
      }}
      title={t("acceptTitle")}
      description={locale === "en" ? message.en : message.zh}
    >
      <AcceptForm finding={finding} {...rest} />
    </Dialog>
  );
}

function AcceptForm({ finding, busy, problem, onAccept }: AcceptDialogProps & { finding: Finding }) {
  const t = useTranslations("plans.finding");
  const common = useTranslations("common.action");
  const [reason, setReason] = useState("");
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onAccept(finding, reason);
      }}
    >
      <Textarea
        label={t("reason")}
        hint={t("reasonHint")}
        value={reason}
        required
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemLine problem={problem} />
      <div className="flex flex-wrap justify-end gap-3 border-t border-line pt-4">
        <DialogClose asChild>
          <Button size="large">{common("cancel")}</Button>
        </DialogClose>
        <Button
          type="submit"
          tone="primary"
          size="large"
          busy={busy}
          refused={reason.trim() === "" ? t("reasonMissing") : undefined}
        >
          {t("acceptAct")}
        </Button>
      </div>
    </form>
  );
}
