import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One line under the title: what this is, facts. */
  lead?: ReactNode | undefined;
  actions?: ReactNode | undefined;
};

/** The head of a page: its name, one line about it, what can be done. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-4">
      <div className="min-w-0">
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead === undefined ? null : <p className="mt-1 text-ink-2">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-3">{actions}</div>}
    </header>
  );
}
