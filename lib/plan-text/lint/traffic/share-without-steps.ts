import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { kindOfWork, shareOfWork } from "../../stage-meaning";
import { type LintRule, noticed } from "../lint-rule";
import { shifts } from "./planned-shares";

/** The shares that some group of steps sets; null when a group sets whatever share is wanted. */
function sharesWithSteps(plan: Plan): Set<number> | null {
  const moving = plan.stepGroups.filter(({ name }) => kindOfWork("", name) === "shift");
  const named = moving.map(({ name }) => shareOfWork("", name));
  if (named.includes(null)) return null;
  const bound = shifts(plan).filter(({ stepGroups }) => stepGroups.length > 0);
  return new Set([...named.flatMap((share) => share ?? []), ...bound.map(({ share }) => share)]);
}

/** A share of traffic that is to be set and that no steps say how. */
export const shareWithoutSteps: LintRule = ({ plan }) => {
  if (plan.stepGroups.length === 0) return [];
  const explained = sharesWithSteps(plan);
  if (explained === null) return [];
  const places = new Map<number, Lines[]>();
  for (const { share, lines } of [...shifts(plan), ...plan.canary]) {
    if (share > 0 && !explained.has(share)) places.set(share, [...(places.get(share) ?? []), lines]);
  }
  const model = plan.stepGroups.find(({ name }) => kindOfWork("", name) === "shift");
  return [...places].flatMap(([share, [first, ...others]]) => {
    if (first === undefined) return [];
    if (model === undefined) return [noticed("share-without-steps", [first, ...others], { share })];
    const facts = { share, model: model.name, modelLine: model.lines.from };
    return [noticed("share-without-steps-like", [first, ...others], facts)];
  });
};
