import type { Plan } from "./plan";

/** What a plan's versions are called in its metrics: `{{version}}` is the new one, `{{baseline}}` the old one. */
export type Versions = { version: string; baseline: string };

/** The versions as the plan names them where it names both side by side, else by its own version; the old one is then "stable". */
export function versionsOf(plan: Plan): Versions {
  const named = plan.canary.find((stage) => stage.newVersion !== null && stage.oldVersion !== null);
  return { version: named?.newVersion ?? plan.info.version, baseline: named?.oldVersion ?? "stable" };
}
