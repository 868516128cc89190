import { clsx } from "clsx";

export type ShapeName =
  | "disc"
  | "ring"
  | "octagon"
  | "triangle"
  | "diamond"
  | "square"
  | "tick"
  | "bars"
  | "dash"
  | "cross"
  | "back"
  | "hatch";

/** A silhouette in the colour of its text. It says nothing by itself: a word stands beside it. */
export function Shape({ name, className }: { name: ShapeName; className?: string | undefined }) {
  return <span aria-hidden="true" className={clsx("shape", `shape-${name}`, className)} />;
}
