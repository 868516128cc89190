"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { Button, type ButtonTone } from "../button";
import { Dialog } from "../dialog";
import { Textarea } from "../field";
import { RefusalLine } from "./refusal-text";
import { useAct } from "./use-act";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  explain: ReactNode;
  label: string;
  field: { label: string; hint: string } | undefined;
  tone: ButtonTone;
  command: (reason: string) => PersonCommand;
};

/** Asks for the reason of an act and sends it. */
export function ReasonDialog({ open, onOpenChange, title, explain, label, field, tone, command }: Props) {
  const t = useTranslations("console");
  const [reason, setReason] = useState("");
  const { run, sending, sendingText, refused } = useAct();
  const missing = reason.trim() === "";

  async function onSubmit() {
    if (missing || !(await run(command(reason.trim())))) return;
    setReason("");
    onOpenChange(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={explain}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <Textarea
          label={field?.label ?? t("reason.label")}
          hint={field?.hint ?? t("reason.hint")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={3}
          maxLength={2000}
        />
        <RefusalLine refusal={refused} />
        <div className="flex flex-wrap items-center justify-end gap-2.5">
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button
            type="submit"
            tone={tone === "quiet" || tone === "plain" ? "primary" : tone}
            busy={sending}
            refused={missing ? t("reason.missing") : null}
          >
            {sending ? sendingText : label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
