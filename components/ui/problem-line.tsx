import { Shape } from "./shape";

/** Why the last attempt did not succeed, under what was tried. */
export function ProblemLine({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className="flex items-baseline gap-1.5 text-sm text-critical">
      <Shape name="octagon" />
      <span className="min-w-0">{problem}</span>
    </p>
  );
}
