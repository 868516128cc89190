import type { ReactNode } from "react";

/** One part of the report. Its table is the landmark, named alike: a second one would only be in the way. */
export function ReportPart({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="report-part mt-8">
      <h2
        id={id}
        className="mb-2 flex flex-wrap items-baseline gap-x-3 border-b border-line-strong pb-1 text-lg font-bold"
      >
        {title}
        {note === undefined ? null : <span className="text-sm font-normal text-ink-3">{note}</span>}
      </h2>
      {children}
    </div>
  );
}
