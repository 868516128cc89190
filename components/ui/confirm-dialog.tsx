"use client";

import { useTranslations } from "next-intl";
import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { type ButtonTone, buttonClass } from "./button";
import { SHADE } from "./dialog";

export type ConfirmContent = {
  /** Names the act and the release: "把 v1.0.0-MVP 切换到 25%". */
  title: ReactNode;
  /** What a person must know before the act: from → to, who has signed, what is red. */
  lines: ReactNode[];
  /** The button says the act, never "OK". */
  confirmLabel: string;
};

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  content: ConfirmContent;
  tone?: ButtonTone | undefined;
  onConfirm: () => void;
  children?: ReactNode | undefined;
};

/** Asks before an act, in an alertdialog with the focus on Cancel. */
export function ConfirmDialog({ open, onOpenChange, content, tone, onConfirm, children }: ConfirmDialogProps) {
  const t = useTranslations("common.action");
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={SHADE} />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 flex max-h-[88dvh] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col border border-line-strong bg-raised focus:outline-none">
          <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-5">
            <AlertDialog.Title className="text-xl font-bold">{content.title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <ul className="mt-3 space-y-1.5 text-md text-ink-2">
                {content.lines.map((line, index) => (
                  <li key={String(index)} className="border-t border-line pt-1.5">
                    {line}
                  </li>
                ))}
              </ul>
            </AlertDialog.Description>
            {children}
          </div>
          <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">
            <AlertDialog.Cancel className={buttonClass("plain", "large")}>{t("cancel")}</AlertDialog.Cancel>
            <AlertDialog.Action className={buttonClass(tone ?? "primary", "large")} onClick={onConfirm}>
              {content.confirmLabel}
            </AlertDialog.Action>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
