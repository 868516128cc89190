import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Lines } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";

export type PartId =
  | "info"
  | "goals"
  | "canary"
  | "blueGreen"
  | "checklist"
  | "timeline"
  | "steps"
  | "triggers"
  | "rollback"
  | "followups"
  | "playbooks"
  | "bindings"
  | "windows"
  | "criteria"
  | "review"
  | "people"
  | "document";

type PartProps = { id: PartId; title: string; count?: ReactNode; lines?: Lines | undefined; children: ReactNode };

/** One part of the plan between hairlines, with its place in the document. */
export function Part({ id, title, count, lines, children }: PartProps) {
  return (
    <section id={`part-${id}`} aria-labelledby={`title-${id}`} className="scroll-mt-4 border-t border-line pt-4 pb-7">
      <header className="mb-3 flex items-baseline gap-3">
        <h2 id={`title-${id}`} className="text-lg font-bold">
          {title}
        </h2>
        {count === undefined ? null : <span className="text-sm text-ink-3">{count}</span>}
        {lines === undefined ? null : <LineRef lines={lines} className="ml-auto" />}
      </header>
      {children}
    </section>
  );
}

/** A group inside a part: its name, what belongs to it, its place. */
export function Group({
  name,
  note,
  lines,
  children,
  className,
}: {
  name: ReactNode;
  note?: ReactNode;
  lines?: Lines | undefined;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={classNames("min-w-0", className)}>
      <h3 className="flex items-baseline gap-2.5 border-b border-line-strong pb-1">
        <span className="min-w-0 font-bold">{name}</span>
        {note === undefined ? null : <span className="min-w-0 text-sm text-ink-3">{note}</span>}
        {lines === undefined ? null : <LineRef lines={lines} className="ml-auto" />}
      </h3>
      {children}
    </div>
  );
}

/** One line of the plan: what it says and where it stands. */
export function Row({ lines, mark, children }: { lines: Lines; mark?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-2.5 border-b border-line py-1">
      {mark === undefined ? null : <span className="flex-none text-sm text-ink-3">{mark}</span>}
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      <LineRef lines={lines} />
    </li>
  );
}
