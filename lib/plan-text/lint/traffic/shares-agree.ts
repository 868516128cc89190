import { type LintRule, noticed } from "../lint-rule";
import { shifts } from "./planned-shares";

const list = (shares: readonly number[]) => shares.map((share) => `${share} %`).join(" → ");

/** A share that the strategy promises and the timeline never sets. */
export const shareNotInTimeline: LintRule = ({ plan }) => {
  const planned = shifts(plan);
  if (planned.length === 0) return [];
  return plan.canary
    .filter(({ share }) => !planned.some((stage) => stage.share === share))
    .map(({ share, lines }) =>
      noticed("share-not-in-timeline", [lines, ...planned.map((stage) => stage.lines)], {
        share,
        planned: list(planned.map((stage) => stage.share)),
      }),
    );
};

/** A share that the timeline sets and the strategy does not know. */
export const shareNotInStrategy: LintRule = ({ plan }) => {
  if (plan.canary.length === 0) return [];
  const known = plan.canary.map(({ share }) => share);
  return shifts(plan)
    .filter(({ share }) => share < 100 && !known.includes(share))
    .map(({ share, lines }) =>
      noticed("share-not-in-strategy", [lines, ...plan.canary.map((stage) => stage.lines)], {
        share,
        known: list(known),
      }),
    );
};

/** A shift to less traffic than before it. */
export const shareFalls: LintRule = ({ plan }) => {
  const planned = shifts(plan);
  return planned.slice(1).flatMap((stage, index) => {
    const before = planned[index];
    if (before === undefined || before.share <= stage.share) return [];
    const facts = { stage: stage.name, share: stage.share, before: before.share };
    return [noticed("share-falls", [stage.lines, before.lines], facts)];
  });
};
