import type { Plan } from "./plan";

/** What a plan's versions are called in its metrics: `{{version}}` is the new one, `{{baseline}}` the old one. */
export type Versions = { version: string; baseline: string };

/** The versions as the plan names them; the old one is "stable" where it names none. */
export function versionsOf(plan: Plan): Versions {
  const named = plan.canary.find((stage) => stage.oldVersion !== null);
  return { version: plan.info.version, baseline: named?.oldVersion ?? "stable" };
}

/** A text within a PromQL string: what would end it or begin an escape is escaped. */
function quoted(text: string): string {
  return text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n");
}

/** The query as it is asked: `{{version}}`, `{{baseline}}` and `{{window}}` (in whole seconds) filled in. */
export function fillQuery(query: string, { version, baseline, windowS }: Versions & { windowS: number }): string {
  const values: Record<string, string> = {
    version: quoted(version),
    baseline: quoted(baseline),
    window: `${Math.max(1, Math.round(windowS))}s`,
  };
  return query.replace(/\{\{\s*(version|baseline|window)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}
