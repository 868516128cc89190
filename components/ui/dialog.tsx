"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export const SHADE = "fixed inset-0 z-40 bg-shade data-[state=open]:animate-[fade_.12s_ease-out]";

export type DialogProps = {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** The button that opens it, when it opens by one. */
  trigger?: ReactNode | undefined;
  title: ReactNode;
  description?: ReactNode | undefined;
  children?: ReactNode | undefined;
  footer?: ReactNode | undefined;
  wide?: boolean | undefined;
};

/** Radix takes an absent prop and an undefined one differently. */
export function openState(open: boolean | undefined, onOpenChange: ((open: boolean) => void) | undefined) {
  return { ...(open === undefined ? {} : { open }), ...(onOpenChange === undefined ? {} : { onOpenChange }) };
}

/** The cross that closes what it stands in. */
export function CloseButton() {
  const t = useTranslations("common.action");
  return (
    <Radix.Close
      aria-label={t("close")}
      className="target -mr-2 inline-flex min-w-9 items-center justify-center text-ink-2 hover:text-ink pointer-coarse:min-w-12 max-sm:min-w-12"
    >
      <X aria-hidden="true" className="size-4" />
    </Radix.Close>
  );
}

/** A dialog that asks or shows one thing. Escape and the shade close it; focus returns to where it was. */
export function Dialog({ open, onOpenChange, trigger, title, description, children, footer, wide }: DialogProps) {
  return (
    <Radix.Root {...openState(open, onOpenChange)}>
      {trigger === undefined ? null : <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SHADE} />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={classNames(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[min(86dvh,52rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col border border-line-strong bg-raised focus:outline-none",
            wide === true ? "max-w-3xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="min-w-0">
              <Radix.Title className="text-lg font-bold">{title}</Radix.Title>
              {description === undefined ? null : (
                <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <CloseButton />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer === undefined ? null : (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">{footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = Radix.Close;
