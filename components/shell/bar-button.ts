/** How everything pressable in the top bar looks. */
export const BAR_BUTTON =
  "target inline-flex min-w-9 items-center justify-center gap-1.5 px-2 text-ink-2 hover:text-ink pointer-coarse:min-w-12 max-sm:min-w-12 data-[state=open]:bg-active data-[state=open]:text-ink";
