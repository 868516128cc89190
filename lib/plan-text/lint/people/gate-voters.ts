import { type LintRule, noticed } from "../lint-rule";

/** A gate that nobody is asked to vote at. */
export const gateVoters: LintRule = ({ plan }) => {
  const empty = plan.gates.filter(({ voters }) => voters.length === 0);
  const stages = empty.flatMap(({ before, after }) => {
    const guarded = before.kind === "stage" ? before.stage : after;
    return plan.stages.filter(({ id }) => id === guarded);
  });
  const [first, ...others] = stages.map(({ lines }) => lines);
  if (first === undefined) return [];
  const facts = { count: empty.length, stages: stages.map(({ name }) => name).join(" · ") };
  return [noticed("gate-without-voters", [first, ...others], facts)];
};
