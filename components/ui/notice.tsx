import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Shape } from "./shape";
import { type StateTone, TONE_COLOUR, TONE_SHAPE } from "./state-mark";

type NoticeProps = {
  tone: StateTone;
  title: ReactNode;
  children?: ReactNode | undefined;
  /** "alert" interrupts a screen reader: only for what must be known now. */
  role?: "alert" | "status" | undefined;
  action?: ReactNode | undefined;
};

/** A sentence that stands in the page: what is the matter, and what can be done. */
export function Notice({ tone, title, children, role, action }: NoticeProps) {
  return (
    <div
      role={role}
      className={clsx("flex items-start gap-3 border-l-2 border-current bg-panel px-4 py-2.5", TONE_COLOUR[tone])}
    >
      <span className="mt-0.5">
        <Shape name={TONE_SHAPE[tone]} />
      </span>
      <div className="min-w-0 flex-1 text-ink">
        <p className="font-bold">{title}</p>
        {children === undefined ? null : <div className="text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
