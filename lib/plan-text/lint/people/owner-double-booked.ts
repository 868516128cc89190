import { EVERYONE } from "@/lib/domain/plan/ids";
import { type LintRule, noticed } from "../lint-rule";
import { clockAt, timedStages } from "../plan-times";

/** One role with two stages to run at the same time. */
export const ownerDoubleBooked: LintRule = ({ plan }) => {
  const spans = timedStages(plan);
  return spans.flatMap((one, index) =>
    spans.slice(index + 1).flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from >= to) return [];
      const both = one.stage.owners.filter((role) => role !== EVERYONE && other.stage.owners.includes(role));
      return both.map((role) =>
        noticed("owner-double-booked", [other.stage.lines, one.stage.lines], {
          role: plan.roles.find(({ id }) => id === role)?.name ?? role,
          one: one.stage.name,
          other: other.stage.name,
          start: clockAt(plan, from) ?? `+${from}`,
          end: clockAt(plan, to) ?? `+${to}`,
        }),
      );
    }),
  );
};
