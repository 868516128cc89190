import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 border border-line-strong px-1.5 text-center font-mono text-xs leading-5 text-ink-2">
      {children}
    </kbd>
  );
}
