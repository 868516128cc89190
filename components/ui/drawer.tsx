"use client";

import { Dialog as Radix } from "radix-ui";
import { CloseButton, type DialogProps, openState, SHADE } from "./dialog";

type DrawerProps = Omit<DialogProps, "wide">;

/** A sheet from the right edge (from below on a phone) that leaves the place behind it where it was. */
export function Drawer({ open, onOpenChange, trigger, title, description, children, footer }: DrawerProps) {
  return (
    <Radix.Root {...openState(open, onOpenChange)}>
      {trigger === undefined ? null : <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SHADE} />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(44rem,94vw)] flex-col border-l border-line-strong bg-raised focus:outline-none max-sm:inset-x-0 max-sm:top-auto max-sm:max-h-[88dvh] max-sm:w-full max-sm:border-t max-sm:border-l-0"
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3">
            <div className="min-w-0">
              <Radix.Title className="text-lg leading-9 font-bold">{title}</Radix.Title>
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
