import type { ReactNode } from "react";

/** One fact or act beside the plan. */
export function SidePanel({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-line-strong pt-2 pb-5">
      <h2 id={id} className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3 font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}
