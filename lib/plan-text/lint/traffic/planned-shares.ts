import type { Lines, Plan, Stage } from "@/lib/domain/plan/plan";

/** The stages that shift traffic to a known share. */
export function shifts({ stages }: Plan): (Stage & { share: number })[] {
  return stages.flatMap((stage) =>
    stage.kind === "shift" && stage.share !== null ? [{ ...stage, share: stage.share }] : [],
  );
}

/**
 * How long the timeline watches a share: its observations until traffic moves on, else all the work until then, else the time that
 * the shift itself is given.
 */
export function plannedSoak(plan: Plan, share: number): { minutes: number; lines: Lines[] } | null {
  const at = plan.stages.findIndex((stage) => stage.kind === "shift" && stage.share === share);
  const shift = plan.stages[at];
  if (shift === undefined || share <= 0) return null;
  const rest = plan.stages.slice(at + 1);
  const next = rest.findIndex((stage) => stage.kind === "shift" && stage.share !== share);
  const between = (next < 0 ? rest : rest.slice(0, next)).filter((stage) => stage.durationMin !== null);
  const watching = between.filter((stage) => stage.kind === "observe");
  if (watching.length === 0 && next < 0) return null;
  const [counted] = [watching, between, [shift]].filter((stages) => stages.length > 0);
  const minutes = (counted ?? []).reduce((sum, { durationMin }) => sum + (durationMin ?? 0), 0);
  return { minutes, lines: (counted ?? []).map(({ lines }) => lines) };
}
