import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape";

/** The states that a thing on a screen can be in. Each has a colour and a shape; the word comes with the use. */
export type StateTone =
  | "done"
  | "active"
  | "go"
  | "waiting"
  | "warning"
  | "caution"
  | "stopped"
  | "no-go"
  | "held"
  | "reverting"
  | "skipped"
  | "failed"
  | "unknown";

export const TONE_SHAPE: Record<StateTone, ShapeName> = {
  done: "tick",
  active: "disc",
  go: "disc",
  waiting: "ring",
  warning: "triangle",
  caution: "diamond",
  stopped: "square",
  "no-go": "octagon",
  held: "bars",
  reverting: "back",
  skipped: "dash",
  failed: "cross",
  unknown: "hatch",
};

export const TONE_COLOUR: Record<StateTone, string> = {
  done: "text-normal",
  active: "text-standby",
  go: "text-normal",
  waiting: "text-off",
  warning: "text-serious",
  caution: "text-caution",
  stopped: "text-serious",
  "no-go": "text-critical",
  held: "text-serious",
  reverting: "text-critical",
  skipped: "text-off",
  failed: "text-critical",
  unknown: "text-off",
};

/** Colour + shape + word. */
export function StateMark({
  tone,
  children,
  className,
}: {
  tone: StateTone;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span className={clsx("inline-flex items-baseline gap-[.42em] whitespace-nowrap", TONE_COLOUR[tone], className)}>
      <Shape name={TONE_SHAPE[tone]} />
      <span>{children}</span>
    </span>
  );
}
