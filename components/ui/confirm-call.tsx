"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonTone } from "./button";
import { ConfirmDialog } from "./confirm-dialog";
import { toast } from "./toast-store";
import { useCall, type Wanted } from "./use-call";

type ConfirmCallProps = {
  label: string;
  /** Says which of several equal buttons this is. */
  name: string;
  title: string;
  lines: string[];
  confirmLabel?: string | undefined;
  /** What is said when it is done. */
  done: string;
  wanted: Wanted[];
  tone?: ButtonTone | undefined;
};

/** An act that ends something: asked once more, then carried out, then said. */
export function ConfirmCall({ label, name, title, lines, confirmLabel, done, wanted, tone }: ConfirmCallProps) {
  const [open, setOpen] = useState(false);
  const { busy, run } = useCall();
  const t = useTranslations("common.action");
  const carryOut = async () => {
    for (const one of wanted) {
      const answer = await run(one);
      if ("problem" in answer) return toast.error(answer.problem);
    }
    return toast.success(done);
  };
  return (
    <>
      <Button size="small" busy={busy} onClick={() => setOpen(true)} aria-label={`${label} · ${name}`}>
        {busy ? t("sending") : label}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        content={{ title, lines, confirmLabel: confirmLabel ?? label }}
        tone={tone ?? "critical-fill"}
        onConfirm={() => void carryOut()}
      />
    </>
  );
}
