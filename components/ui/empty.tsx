import type { ReactNode } from "react";

/** Nothing here yet: says what would be here, and the next act. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-y border-line px-1 py-8">
      <p className="text-lg">{title}</p>
      {children === undefined ? null : <div className="mt-1 max-w-prose text-ink-2">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
