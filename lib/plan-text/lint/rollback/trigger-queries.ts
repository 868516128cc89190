import { type LintRule, noticed } from "../lint-rule";

/** Triggers that no machine can see: nobody is called when they come true. */
export const triggerQueries: LintRule = ({ plan }) => {
  const blind = plan.triggers.filter(
    ({ check }) => (plan.checks.find(({ id }) => id === check)?.measure ?? null) === null,
  );
  const [first, ...others] = blind.map(({ lines }) => lines);
  if (first === undefined) return [];
  const facts = { count: blind.length, all: plan.triggers.length, triggers: blind.map(({ text }) => text).join(" · ") };
  return [noticed("trigger-without-query", [first, ...others], facts)];
};
